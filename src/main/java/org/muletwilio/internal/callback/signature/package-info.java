/**
 * Who called: the signature of Twilio, checked for every spelling of a URL that Twilio may have signed. Begin with {@link
 * org.muletwilio.internal.callback.signature.SignatureCheck}.
 */
package org.muletwilio.internal.callback.signature;
