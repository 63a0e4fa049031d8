package org.muletwilio.simulator.conference;

import org.muletwilio.simulator.call.CallEnded;
import org.muletwilio.simulator.call.CallRedirected;
import org.muletwilio.simulator.call.Recordings;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackQueue;
import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Sids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** The conferences and their participants. */
public final class Conferences {

  private final ResourceStore conferences;
  private final ResourceStore participants;
  private final CallbackQueue callbacks;
  private final Recordings recordings;
  private final Map<String, Conference> open = new HashMap<>();

  public Conferences(ResourceStore conferences, ResourceStore participants, CallbackQueue callbacks, Recordings recordings) {
    this.conferences = conferences;
    this.participants = participants;
    this.callbacks = callbacks;
    this.recordings = recordings;
  }

  /** Adds a participant who is being called, and creates the conference where it is missing. */
  public synchronized Resource expect(Resource call, ConferenceSettings settings) {
    Conference conference = conference(call.accountSid(), settings);
    conference.expected().add(call.sid());
    return participants.add(key(conference.sid(), call.sid()), participant(conference, call, settings));
  }

  /** Removes a participant who was expected and did not come. */
  public synchronized void expectNoLonger(String conferenceSid, String callSid) {
    participants.remove(key(conferenceSid, callSid));
    Conference conference = open.get(conferenceSid);
    if (conference != null && conference.expected().remove(callSid) && conference.isEmpty()) {
      end(conference, "last-participant-left", Optional.empty());
    }
  }

  /** Keeps a call in the conference until somebody ends that, or for as long as its script says. */
  public void stay(Participant participant, ConferenceSettings settings) throws CallEnded, CallRedirected, InterruptedException {
    Conference.Seat seat;
    Conference conference;
    boolean waits;
    synchronized (this) {
      conference = conference(participant.call().accountSid(), settings);
      seat = conference.enter(participant, settings);
      String key = key(conference.sid(), participant.sid());
      if (participants.find(key).isEmpty()) {
        participants.add(key, participant(conference, participant.call(), settings));
      }
      change(conference, participant.sid(), "join", "participant-join", one -> one.with("status", "connected"));
      if (conference.starts(settings)) {
        conferences.update(conference.sid(), old -> old.with("status", "in-progress"));
        tell(conference, "start", conference.fields("conference-start", Optional.empty()));
        if (conference.first().record()) {
          recordings.start(resource(conference), "Conference", conference.first().recording());
        }
      }
      waits = !conference.isStarted();
    }
    try {
      if (waits && settings.waiting().isPresent()) {
        participant.listen(settings.waiting().get(),
                       Form.of("ConferenceSid", conference.sid(), "FriendlyName", conference.name()));
      }
      OptionalInt seconds = participant.script().stay();
      if (seconds.isPresent()) {
        participant.pause(seconds.getAsInt(), seat::left);
      } else {
        participant.await(seat::left);
      }
    } finally {
      leave(conference, seat);
    }
  }

  private synchronized void leave(Conference conference, Conference.Seat seat) {
    String callSid = seat.participant().sid();
    change(conference, callSid, "leave", "participant-leave", one -> one.with("status", "complete"));
    participants.remove(key(conference.sid(), callSid));
    conference.seats().remove(callSid);
    if (seat.settings().endOnExit()) {
      end(conference, "participant-with-end-conference-on-exit-left", Optional.of(callSid));
    } else if (conference.isEmpty()) {
      end(conference, "last-participant-left", Optional.of(callSid));
    }
  }

  /** Ends a conference, as the API can. */
  public synchronized void end(String sid) {
    Optional.ofNullable(open.get(sid)).ifPresent(conference -> end(conference, "conference-ended-via-api", Optional.empty()));
  }

  private void end(Conference conference, String reason, Optional<String> callSid) {
    if (open.remove(conference.sid()) == null) {
      return;
    }
    new ArrayList<>(conference.seats().values()).forEach(Conference.Seat::kick);
    conferences.update(conference.sid(), old -> old.with("status", "completed").with("reason_conference_ended", reason)
        .with("call_sid_ending_conference", callSid.orElse(null)));
    recordings.finishOf(conference.sid());
    if (conference.isStarted()) {
      tell(conference, "end", conference.fields("conference-end", Optional.empty()).with("ReasonConferenceEnded", reason)
          .with("CallSidEndingConference", callSid));
    }
  }

  /** Removes a participant. */
  public synchronized void kick(String conferenceSid, String callSid) {
    Optional.ofNullable(open.get(conferenceSid)).map(conference -> conference.seats().get(callSid))
        .ifPresent(Conference.Seat::kick);
  }

  /** Changes a participant and reports the event. */
  public synchronized Optional<Resource> change(String conferenceSid, String callSid, String wanted, String event,
                                         UnaryOperator<Resource> change) {
    return Optional.ofNullable(open.get(conferenceSid)).flatMap(conference -> change(conference, callSid, wanted, event, change));
  }

  private Optional<Resource> change(Conference conference, String callSid, String wanted, String event,
                                    UnaryOperator<Resource> change) {
    Optional<Resource> changed = participants.update(key(conference.sid(), callSid), change);
    changed.ifPresent(participant -> tell(conference, wanted, conference.fields(event, changed)));
    return changed;
  }

  private void tell(Conference conference, String wanted, Form fields) {
    conference.first().status().filter(target -> target.wants(wanted)).ifPresent(target -> callbacks
        .add(Callback.of(Callback.Kind.CONFERENCE_STATUS, resource(conference), target, fields)));
  }

  private Resource resource(Conference conference) {
    return conferences.find(conference.sid()).orElseThrow();
  }

  static String key(String conferenceSid, String callSid) {
    return conferenceSid + "/" + callSid;
  }

  private Conference conference(String accountSid, ConferenceSettings settings) {
    return open.values().stream().filter(one -> one.accountSid().equals(accountSid))
        .filter(one -> one.name().equals(settings.name()) || one.sid().equals(settings.name())).findFirst()
        .orElseGet(() -> create(accountSid, settings));
  }

  private Conference create(String accountSid, ConferenceSettings settings) {
    Conference conference = new Conference(Sids.next("CF"), accountSid, settings);
    String uri = "/2010-04-01/Accounts/" + accountSid + "/Conferences/" + conference.sid();
    String now = Dates.rfc2822(Instant.now());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("account_sid", accountSid);
    properties.put("date_created", now);
    properties.put("date_updated", now);
    properties.put("api_version", "2010-04-01");
    properties.put("friendly_name", settings.name());
    properties.put("region", "us1");
    properties.put("sid", conference.sid());
    properties.put("status", "init");
    properties.put("uri", uri + ".json");
    properties.put("reason_conference_ended", null);
    properties.put("call_sid_ending_conference", null);
    properties.put("subresource_uris", Map.of("participants", uri + "/Participants.json"));
    conferences.add(new Resource(properties));
    open.put(conference.sid(), conference);
    return conference;
  }

  private static Resource participant(Conference conference, Resource call, ConferenceSettings settings) {
    String now = Dates.rfc2822(Instant.now());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("account_sid", call.accountSid());
    properties.put("call_sid", call.sid());
    properties.put("label", settings.label().orElse(null));
    properties.put("call_sid_to_coach", null);
    properties.put("coaching", false);
    properties.put("conference_sid", conference.sid());
    properties.put("date_created", now);
    properties.put("date_updated", now);
    properties.put("end_conference_on_exit", settings.endOnExit());
    properties.put("muted", settings.muted());
    properties.put("hold", false);
    properties.put("start_conference_on_enter", settings.startOnEnter());
    properties.put("status", "queued");
    properties.put("queue_time", "0");
    properties.put("uri", "/2010-04-01/Accounts/" + call.accountSid() + "/Conferences/" + conference.sid() + "/Participants/"
        + call.sid() + ".json");
    return new Resource(properties);
  }
}
