/**
 * Any endpoint of Twilio: <code>twilio:request</code> and <code>twilio:list</code>, checked and typed by the catalogue. Begin
 * with {@link org.muletwilio.internal.request.RequestOperations}.
 */
package org.muletwilio.internal.request;
