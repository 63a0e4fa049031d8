package org.muletwilio.simulator.call;

import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackQueue;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Sids;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The transcriptions of calls: one sentence for each. */
public final class Transcriptions {

  private record Running(CallbackTarget target, String language, AtomicInteger sequence) {
  }

  private final ResourceStore transcriptions;
  private final CallbackQueue callbacks;
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  public Transcriptions(ResourceStore transcriptions, CallbackQueue callbacks) {
    this.transcriptions = transcriptions;
    this.callbacks = callbacks;
  }

  public Resource start(Resource call, Optional<String> name, Optional<String> language, Optional<CallbackTarget> target) {
    Resource transcription = transcriptions.add(transcription(call, name));
    target.ifPresent(wanted -> {
      running.put(transcription.sid(), new Running(wanted, language.orElse("en-US"), new AtomicInteger()));
      tell(transcription, "transcription-started", Form.EMPTY);
      tell(transcription, "transcription-content", Form.of("Track", "inbound_track", "Final", "true", "TranscriptionData",
                                                           "{\"transcript\":\"Hello\",\"confidence\":0.99}"));
    });
    return transcription;
  }

  /** Ends a transcription, if it still runs. */
  public Optional<Resource> finish(String sid) {
    Optional<Resource> stopped = transcriptions.update(sid, old -> old.with("status", "stopped"));
    stopped.ifPresent(transcription -> tell(transcription, "transcription-stopped", Form.EMPTY));
    running.remove(sid);
    return stopped;
  }

  /** Ends all transcriptions of a call. */
  public void finishOf(String callSid) {
    transcriptions.all().stream()
        .filter(transcription -> transcription.text("call_sid").equals(callSid) && transcription.status().equals("in-progress"))
        .forEach(transcription -> finish(transcription.sid()));
  }

  private void tell(Resource transcription, String event, Form more) {
    Optional.ofNullable(running.get(transcription.sid())).ifPresent(to -> {
      Form fields = Form.of("AccountSid", transcription.accountSid(), "CallSid", transcription.text("call_sid"),
                            "TranscriptionSid", transcription.sid(), "Timestamp", Instant.now().toString(),
                            "TranscriptionEvent", event, "SequenceId", String.valueOf(to.sequence.incrementAndGet()),
                            "LanguageCode", to.language);
      callbacks.add(Callback.of(Callback.Kind.TRANSCRIPTION, transcription, to.target, fields.plus(more)));
    });
  }

  private static Resource transcription(Resource call, Optional<String> name) {
    String sid = Sids.next("GT");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", sid);
    properties.put("account_sid", call.accountSid());
    properties.put("call_sid", call.sid());
    properties.put("name", name.orElse(null));
    properties.put("status", "in-progress");
    properties.put("date_updated", Dates.rfc2822(Instant.now()));
    properties.put("uri", "/2010-04-01/Accounts/" + call.accountSid() + "/Calls/" + call.sid() + "/Transcriptions/" + sid
        + ".json");
    return new Resource(properties);
  }
}
