package org.muletwilio.testkit.munit.tools.parameter;

/**
 * A payload that a test gives.
 */
public class EventPayload extends EventValue {
}
