/**
 * Messaging services: what happens to the messages of several numbers, and which numbers those are. Begin with {@link
 * org.muletwilio.internal.messagingservice.MessagingServiceOperations}.
 */
package org.muletwilio.internal.messagingservice;
