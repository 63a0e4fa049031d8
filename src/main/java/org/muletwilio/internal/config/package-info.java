/**
 * The elements <code>twilio:config</code> and <code>http-callback-config</code>: they check the settings and build the
 * callback endpoint. Begin with {@link org.muletwilio.internal.config.TwilioConfiguration}.
 */
package org.muletwilio.internal.config;
