/**
 * The secrets that a config trusts, by account and subaccount. Begin with {@link
 * org.muletwilio.internal.callback.trust.AccountAuthTokens}.
 */
package org.muletwilio.internal.callback.trust;
