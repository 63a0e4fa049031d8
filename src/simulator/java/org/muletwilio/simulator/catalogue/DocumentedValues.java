package org.muletwilio.simulator.catalogue;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Twilio's pages say of parameters for which the API description has no type or no range. */
final class DocumentedValues {

  private static final Map<String, Predicate<String>> ALLOWED = Map.ofEntries(
      entry("Trim", words("trim-silence", "do-not-trim")),
      entry("ConferenceTrim", words("trim-silence", "do-not-trim")),
      entry("RecordingChannels", words("mono", "dual")),
      entry("RecordingTrack", words("inbound", "outbound", "both")),
      entry("ConferenceRecord", words("true", "false", "record-from-start", "do-not-record")),
      entry("Beep", words("true", "false", "onEnter", "onExit")),
      entry("JitterBufferSize", words("off", "small", "medium", "large")),
      entry("PauseBehavior", words("skip", "silence")),
      entry("MachineDetection", words("Enable", "DetectMessageEnd")),
      entry("AsyncAmd", words("true", "false")),
      entry("SendDigits", Pattern.compile("[0-9A-D#*wW]+").asMatchPredicate()),
      entry("Timeout", range(1, 600)),
      entry("TimeLimit", range(1, Integer.MAX_VALUE)),
      entry("MachineDetectionTimeout", range(3, 59)),
      entry("MachineDetectionSpeechThreshold", range(1000, 6000)),
      entry("MachineDetectionSpeechEndThreshold", range(500, 5000)),
      entry("MachineDetectionSilenceTimeout", range(2000, 10_000)),
      entry("MaxParticipants", range(2, 250)),
      entry("CallDelay", range(0, 60)),
      entry("ValidityPeriod", range(1, 36_000)));

  private DocumentedValues() {}

  /** Whether a parameter, which is of its type, may have this value. */
  static boolean allow(String name, String value) {
    return ALLOWED.getOrDefault(name, any -> true).test(value);
  }

  private static Predicate<String> words(String... words) {
    return value -> Stream.of(words).anyMatch(value::equalsIgnoreCase);
  }

  private static Predicate<String> range(long least, long most) {
    return value -> {
      long number = Long.parseLong(value);
      return number >= least && number <= most;
    };
  }
}
