/**
 * Samples of all callbacks, as flows get them, for the tests of applications.
 * Begin with {@link org.muletwilio.functional.sample.CallbackSamplesTest}.
 */
package org.muletwilio.functional.sample;
