/**
 * Registers the addresses of sources with Twilio: asks first, sets what is empty or the config's own, and refuses to overwrite
 * what is somebody else's. Begin with {@link org.muletwilio.internal.source.registration.SourceRegistration}.
 */
package org.muletwilio.internal.source.registration;
