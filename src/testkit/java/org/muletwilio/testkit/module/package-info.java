/**
 * Small stand-ins for MuleSoft's modules that are not on Maven Central, so that an application runs as Studio writes it. Begin
 * with {@link org.muletwilio.testkit.module.StandIns}.
 */
package org.muletwilio.testkit.module;
