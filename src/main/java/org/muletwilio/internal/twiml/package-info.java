/**
 * Operations that write TwiML, verb by verb, with flows for the next steps. Begin with {@link
 * org.muletwilio.internal.twiml.TwimlOperations}.
 */
package org.muletwilio.internal.twiml;
