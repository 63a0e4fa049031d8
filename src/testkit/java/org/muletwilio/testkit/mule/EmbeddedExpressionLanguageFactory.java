package org.muletwilio.testkit.mule;

import org.mule.runtime.api.el.DefaultExpressionLanguageFactoryService;
import org.mule.runtime.api.el.ExpressionLanguage;

/**
 * Gives each application its own expression language.
 */
public final class EmbeddedExpressionLanguageFactory implements DefaultExpressionLanguageFactoryService {

  @Override
  public String getName() {
    return "Embedded expression language";
  }

  @Override
  public ExpressionLanguage create() {
    return new EmbeddedExpressionLanguage();
  }
}
