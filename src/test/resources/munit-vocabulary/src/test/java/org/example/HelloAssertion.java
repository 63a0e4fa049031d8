package org.example;

import org.mule.munit.assertion.api.MunitAssertion;
import org.mule.munit.assertion.api.TypedValue;

public class HelloAssertion implements MunitAssertion {

  public static String greeting() {
    return "Hello";
  }

  @Override
  public void execute(TypedValue expression, Object params) throws AssertionError {
    if (!("Hello " + params).equals(expression.getValue())) {
      throw new AssertionError("It is " + expression.getValue());
    }
  }
}
