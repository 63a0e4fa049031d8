package org.muletwilio.testkit.log;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** What a test, or each test of a class, may log as an error. Every other error fails it: see {@link UnexpectedErrors}. */
@Inherited
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface ExpectedErrors {

  /** @return each a part of "logger: message (exception)" */
  String[] value();
}
