package org.muletwilio.simulator.conference;

import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A conference in progress and its participants. Not thread-safe; {@link Conferences} is. */
public final class Conference {

  /** A participant's place. */
  static final class Seat {

    private final Participant participant;
    private final ConferenceSettings settings;
    private volatile boolean left;

    private Seat(Participant participant, ConferenceSettings settings) {
      this.participant = participant;
      this.settings = settings;
    }

    boolean left() {
      return left;
    }

    /** Removes a participant. */
    void kick() {
      left = true;
      participant.control().wake();
    }

    Participant participant() {
      return participant;
    }

    ConferenceSettings settings() {
      return settings;
    }
  }

  private final String sid;
  private final String accountSid;
  private final String name;
  private final ConferenceSettings first;
  private final Map<String, Seat> seats = new LinkedHashMap<>();
  private int sequence;
  private final Set<String> expected = new HashSet<>();
  private boolean started;

  Conference(String sid, String accountSid, ConferenceSettings first) {
    this.sid = sid;
    this.accountSid = accountSid;
    this.name = first.name();
    this.first = first;
  }

  String sid() {
    return sid;
  }

  String accountSid() {
    return accountSid;
  }

  String name() {
    return name;
  }

  /** The settings of the first participant, which are the conference's. */
  ConferenceSettings first() {
    return first;
  }

  Map<String, Seat> seats() {
    return seats;
  }

  /** The calls that are expected, so that an empty conference does not end yet. */
  Set<String> expected() {
    return expected;
  }

  boolean isEmpty() {
    return seats.isEmpty() && expected.isEmpty();
  }

  Seat enter(Participant participant, ConferenceSettings settings) {
    expected.remove(participant.sid());
    Seat seat = new Seat(participant, settings);
    seats.put(participant.sid(), seat);
    return seat;
  }

  /** Whether the conference starts with this participant. */
  boolean starts(ConferenceSettings settings) {
    boolean now = !started && settings.startOnEnter();
    started |= now;
    return now;
  }

  boolean isStarted() {
    return started;
  }

  /** The parameters of a callback about an event. */
  Form fields(String event, Optional<Resource> participant) {
    sequence++;
    Form fields = Form.of("AccountSid", accountSid, "ConferenceSid", sid, "FriendlyName", name, "StatusCallbackEvent", event,
                          "SequenceNumber", String.valueOf(sequence), "Timestamp", Dates.rfc2822(Instant.now()));
    return participant.map(one -> fields
        .plus(Form.of("CallSid", one.text("call_sid"), "Muted", one.text("muted"), "Hold", one.text("hold"),
                      "Coaching", one.text("coaching"), "StartConferenceOnEnter", one.text("start_conference_on_enter"),
                      "EndConferenceOnExit", one.text("end_conference_on_exit")))
        .with("ParticipantLabel", Optional.of(one.text("label")).filter(label -> !label.isEmpty()))).orElse(fields);
  }
}
