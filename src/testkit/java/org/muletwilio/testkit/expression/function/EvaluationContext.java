package org.muletwilio.testkit.expression.function;

import java.util.Optional;

/** What functions need from around the expression. */
public interface EvaluationContext {

  /** @return a file on the application's class path */
  Optional<byte[]> resource(String name);

  /** @return the value of another script, with nothing bound */
  Object evaluate(String script);
}
