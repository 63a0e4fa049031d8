package org.muletwilio.internal.callback.content;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyList;
import static java.util.Collections.singletonList;

import org.muletwilio.api.callback.CallbackKind;

import java.util.List;
import java.util.OptionalInt;

/** In which order the statuses of a message, call … follow each other, and which are the last. Unknown ones have no place. */
public final class StatusOrder {

  private static final List<List<String>> MESSAGE = asList(asList("accepted", "scheduled"), singletonList("queued"),
      singletonList("sending"), singletonList("sent"), asList("delivered", "undelivered", "failed", "canceled"),
      singletonList("read"));
  private static final List<List<String>> CALL = asList(singletonList("queued"), singletonList("initiated"),
      singletonList("ringing"), singletonList("in-progress"), asList("completed", "busy", "failed", "no-answer", "canceled"));
  private static final List<List<String>> RECORDING =
      asList(singletonList("in-progress"), asList("completed", "absent", "failed"));
  private static final int MESSAGE_TERMINAL = 4;
  /** The ends of a live transcription, and those of a recording's. */
  private static final List<String> TRANSCRIPTION_TERMINAL =
      asList("transcription-stopped", "transcription-error", "completed", "failed");

  private StatusOrder() {}

  /** @return the place among the statuses of its kind, from 0 */
  public static OptionalInt placeOf(CallbackKind kind, String status) {
    List<List<String>> places = placesOf(kind);
    for (int place = 0; place < places.size(); place++) {
      if (places.get(place).contains(status)) {
        return OptionalInt.of(place);
      }
    }
    return OptionalInt.empty();
  }

  /** @return whether no status follows, but that a delivered message may be read */
  public static boolean isTerminal(CallbackKind kind, String status) {
    switch (kind) {
      case MESSAGE_STATUS:
        return placeOf(kind, status).orElse(0) >= MESSAGE_TERMINAL;
      case CALL_STATUS:
      case RECORDING_STATUS:
        return placeOf(kind, status).orElse(0) == placesOf(kind).size() - 1;
      case CONFERENCE_STATUS:
        return "conference-end".equals(status);
      case TRANSCRIPTION_STATUS:
        return TRANSCRIPTION_TERMINAL.contains(status);
      case MACHINE_DETECTION:
      case CALLER_ID_STATUS:
        return status != null;
      default:
        return false;
    }
  }

  private static List<List<String>> placesOf(CallbackKind kind) {
    switch (kind) {
      case MESSAGE_STATUS:
        return MESSAGE;
      case CALL_STATUS:
        return CALL;
      case RECORDING_STATUS:
        return RECORDING;
      default:
        return emptyList();
    }
  }
}
