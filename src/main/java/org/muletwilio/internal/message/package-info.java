/**
 * Messages: send and fetch them, and the lists of senders, services and templates that Studio offers. Begin with {@link
 * org.muletwilio.internal.message.MessageOperations}.
 */
package org.muletwilio.internal.message;
