/**
 * The extension as Mule loads it: {@link org.muletwilio.internal.TwilioConnector}. The rooms below it are listed in
 * CONTRIBUTING.md.
 */
package org.muletwilio.internal;
