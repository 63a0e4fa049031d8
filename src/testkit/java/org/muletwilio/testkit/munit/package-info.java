/**
 * Runs the MUnit suites of a Mule project on the embedded Mule and the Twilio simulator. Begin with {@link
 * org.muletwilio.testkit.munit.MunitRunner}.
 */
package org.muletwilio.testkit.munit;
