package org.muletwilio.testkit.munit.tools.parameter;

/**
 * Attributes that a test gives.
 */
public class EventAttributes extends EventValue {
}
