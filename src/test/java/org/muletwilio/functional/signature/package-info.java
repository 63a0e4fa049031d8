/**
 * Whose callbacks are believed: signatures, the keys behind them, and how requests are spelled.
 * Begin with {@link org.muletwilio.functional.signature.CredentialsTest}.
 */
package org.muletwilio.functional.signature;
