package org.muletwilio.simulator.call;

import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackQueue;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Sids;
import org.muletwilio.simulator.thread.SimulatorClock;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The recordings of calls and conferences; they hold no sound. */
public final class Recordings {

  /**
   * A recording that is not over.
   *
   * @param recorded nanoseconds before the last pause
   * @param since when it was begun or resumed; nothing while it is paused
   */
  private record Running(Optional<CallbackTarget> target, long recorded, OptionalLong since) {

    long recordedUntil(long now) {
      return since.isPresent() ? recorded + now - since.getAsLong() : recorded;
    }
  }

  private final ResourceStore recordings;
  private final CallbackQueue callbacks;
  private final Supplier<String> baseUri;
  private final SimulatorClock clock;
  private final Duration second;
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  public Recordings(ResourceStore recordings, CallbackQueue callbacks, Supplier<String> baseUri, SimulatorClock clock,
                    Duration second) {
    this.recordings = recordings;
    this.callbacks = callbacks;
    this.baseUri = baseUri;
    this.clock = clock;
    this.second = second;
  }

  /**
   * Begins a recording.
   *
   * @param owner a call or conference
   * @param source as Twilio names it, such as RecordVerb
   */
  public Resource start(Resource owner, String source, Optional<CallbackTarget> target) {
    return start(owner, source, RecordingSettings.MONO, target);
  }

  /** Begins a recording with these settings. */
  public Resource start(Resource owner, String source, RecordingSettings settings, Optional<CallbackTarget> target) {
    Resource recording = recordings.add(recording(owner, source, settings));
    running.put(recording.sid(), new Running(target, 0, OptionalLong.of(clock.nanos())));
    tell(recording, "started", target);
    tell(recording, "in-progress", target);
    return recording;
  }

  /** Ends a recording, if it still runs, and returns its parameters in the call's requests. */
  public Form finish(String sid) {
    Running was = running.remove(sid);
    if (was == null) {
      return Form.EMPTY;
    }
    long nanos = Math.max(1, second.toNanos());
    long seconds = Math.max(1, Math.min(36_000, Math.round((double) was.recordedUntil(clock.nanos()) / nanos)));
    String duration = String.valueOf(second.isZero() ? 1 : seconds);
    Resource recording = recordings.update(sid, old -> old.with("status", "completed").with("duration", duration)).orElseThrow();
    tell(recording, "stopped", was.target);
    tell(recording, "completed", was.target);
    return Form.of("RecordingUrl", url(recording), "RecordingSid", sid, "RecordingDuration", duration);
  }

  /**
   * Pauses or resumes a recording, if it still runs.
   *
   * @param status paused or in-progress
   */
  public Optional<Resource> change(String sid, String status) {
    boolean paused = status.equals("paused");
    Running now = running.computeIfPresent(sid, (same, was) -> was.since.isEmpty() == paused ? was
        : new Running(was.target, was.recordedUntil(clock.nanos()), paused ? OptionalLong.empty()
        : OptionalLong.of(clock.nanos())));
    Optional<Resource> changed = Optional.ofNullable(now)
        .flatMap(is -> recordings.update(sid, old -> old.with("status", status)));
    changed.ifPresent(recording -> tell(recording, paused ? "paused" : "resumed", now.target));
    return changed;
  }

  /** Ends all recordings of a call or conference. */
  public Form finishOf(String ownerSid) {
    return recordings.all().stream().filter(one -> List.of(one.text("call_sid"), one.text("conference_sid")).contains(ownerSid))
        .map(one -> finish(one.sid())).reduce(Form.EMPTY, (one, other) -> other.fields().isEmpty() ? one : other);
  }

  public boolean isRunning(String sid) {
    return running.containsKey(sid);
  }

  private void tell(Resource recording, String status, Optional<CallbackTarget> target) {
    target.filter(wanted -> wanted.wants(status)).ifPresent(
        wanted -> callbacks.add(Callback.of(Callback.Kind.RECORDING_STATUS, recording, wanted, fields(recording, status))));
  }

  private Form fields(Resource recording, String status) {
    return Form.of("AccountSid", recording.accountSid())
        .with("CallSid", text(recording, "call_sid"))
        .with("ConferenceSid", text(recording, "conference_sid"))
        .plus(Form.of("RecordingSid", recording.sid(), "RecordingUrl", url(recording), "RecordingStatus", status))
        .with("RecordingDuration", text(recording, "duration"))
        .plus(Form.of("RecordingChannels", recording.text("channels"), "RecordingStartTime", recording.text("start_time"),
                      "RecordingSource", recording.text("source"), "RecordingTrack", recording.text("track"), "ErrorCode", "0"));
  }

  private static Optional<String> text(Resource resource, String name) {
    return Optional.of(resource.text(name)).filter(value -> !value.isEmpty());
  }

  private String url(Resource recording) {
    return baseUri.get() + "/2010-04-01/Accounts/" + recording.accountSid() + "/Recordings/" + recording.sid();
  }

  private Resource recording(Resource owner, String source, RecordingSettings settings) {
    boolean call = owner.sid().startsWith("CA");
    String now = Dates.rfc2822(Instant.now());
    String sid = Sids.next("RE");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("account_sid", owner.accountSid());
    properties.put("api_version", "2010-04-01");
    properties.put("call_sid", call ? owner.sid() : null);
    properties.put("conference_sid", call ? null : owner.sid());
    properties.put("channels", settings.channels());
    properties.put("date_created", now);
    properties.put("date_updated", now);
    properties.put("start_time", now);
    properties.put("duration", null);
    properties.put("sid", sid);
    properties.put("source", source);
    properties.put("status", "in-progress");
    properties.put("track", settings.track());
    properties.put("error_code", null);
    properties.put("price", null);
    properties.put("price_unit", "USD");
    properties.put("encryption_details", null);
    String uri = "/2010-04-01/Accounts/" + owner.accountSid() + "/Recordings/" + sid;
    properties.put("uri", uri + ".json");
    properties.put("media_url", baseUri.get() + uri);
    properties.put("subresource_uris", Map.of("add_on_results", uri + "/AddOnResults.json", "transcriptions",
        uri + "/Transcriptions.json"));
    return new Resource(properties);
  }
}
