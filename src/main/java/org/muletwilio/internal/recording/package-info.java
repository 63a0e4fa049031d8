/**
 * Recordings and transcriptions of calls. Begin with {@link org.muletwilio.internal.recording.RecordingOperations}.
 */
package org.muletwilio.internal.recording;
