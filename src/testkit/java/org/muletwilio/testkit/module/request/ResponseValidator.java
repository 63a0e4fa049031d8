package org.muletwilio.testkit.module.request;

/** {@code http:response-validator}: which statuses are a success. */
public interface ResponseValidator {

  boolean accepts(int status);
}
