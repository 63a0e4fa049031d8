/**
 * What happens around the processors of an application under test: mocks, spies and counts. Begin with {@link
 * org.muletwilio.testkit.munit.interception.ProcessorInterceptions}.
 */
package org.muletwilio.testkit.munit.interception;
