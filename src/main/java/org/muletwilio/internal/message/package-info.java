/**
 * Messages: sent and fetched, with the lists of senders, services and templates that Studio offers. Begin with {@link
 * org.muletwilio.internal.message.MessageOperations}.
 */
package org.muletwilio.internal.message;
