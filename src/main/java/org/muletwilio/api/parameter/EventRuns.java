package org.muletwilio.api.parameter;

/** What a flow of twilio:on-event runs for. Twilio sends events in batches. */
public enum EventRuns {

  /** Once for each event. Those of a batch run side by side. */
  EVENT,
  /** Once for each batch, without the events that the flow has had before. */
  BATCH
}
