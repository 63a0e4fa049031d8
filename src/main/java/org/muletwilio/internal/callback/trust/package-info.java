/**
 * The keys that a config trusts, auth tokens and shared keys, by account and subaccount. Begin with {@link
 * org.muletwilio.internal.callback.trust.AccountKeys}.
 */
package org.muletwilio.internal.callback.trust;
