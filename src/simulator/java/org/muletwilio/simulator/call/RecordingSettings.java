package org.muletwilio.simulator.call;

import org.muletwilio.simulator.resource.Form;

/**
 * How something is recorded.
 *
 * @param channels 1 or 2
 * @param track inbound, outbound or both
 */
public record RecordingSettings(int channels, String track) {

  /** One channel with what both sides say. */
  public static final RecordingSettings MONO = new RecordingSettings(1, "both");

  /** Reads RecordingChannels and RecordingTrack. */
  public static RecordingSettings of(Form form) {
    return new RecordingSettings(form.first("RecordingChannels").filter("dual"::equals).isPresent() ? 2 : 1,
                                 form.filled("RecordingTrack").orElse("both"));
  }
}
