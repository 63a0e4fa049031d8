/**
 * Participants of conferences. Begin with {@link org.muletwilio.internal.conference.ConferenceOperations}.
 */
package org.muletwilio.internal.conference;
