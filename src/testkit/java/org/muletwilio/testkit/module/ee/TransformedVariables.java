package org.muletwilio.testkit.module.ee;

import java.util.List;

/** {@code ee:variables}: the scripts of variables. */
public final class TransformedVariables {

  private List<TransformScript> scripts = List.of();

  public void setScripts(List<TransformScript> variables) {
    scripts = variables;
  }

  List<TransformScript> scripts() {
    return scripts;
  }
}
