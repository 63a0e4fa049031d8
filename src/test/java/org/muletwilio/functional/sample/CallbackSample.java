package org.muletwilio.functional.sample;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.FlowRun;

import java.beans.Introspector;
import java.lang.reflect.Method;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes a sample of a callback: what differs from run to run has the same value in all samples. */
final class CallbackSample {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SID = Pattern.compile("\\b([A-Z]{2})[0-9a-f]{32}\\b");
  private static final Pattern RFC_1123 =
      Pattern.compile("\\w{3}, \\d{1,2} \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d (?:GMT|[+-]\\d{4})");
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");
  private static final Pattern LOCAL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final String TIME = "2026-01-01T10:00:00Z";
  private static final String SECONDS = "5";
  private static final String DETECTION = "3000";

  private final Map<String, String> sids =
      new HashMap<>(Map.of(TwilioSimulator.DEFAULT_ACCOUNT_SID, TwilioSimulator.DEFAULT_ACCOUNT_SID));

  private CallbackSample() {}

  /** @return an object with payload and attributes */
  static JsonNode of(FlowRun run) throws Exception {
    CallbackSample sample = new CallbackSample();
    Map<String, Object> parts = new TreeMap<>();
    parts.put("payload", sample.payload(run.payload()));
    parts.put("attributes", sample.attributes((CallbackAttributes) run.attributes()));
    return JSON.valueToTree(parts);
  }

  private Object payload(Object payload) throws Exception {
    if (!(payload instanceof Map<?, ?> fields)) {
      return JSON.readTree(stable(payload.toString()));
    }
    Map<String, Object> values = new TreeMap<>();
    fields.forEach((name, value) -> values.put(String.valueOf(name), String.valueOf(value)));
    values.replaceAll((name, value) -> switch (name) {
      case "ErrorUrl" -> "https://mule.example.com/twilio/Twilio/my-first-flow/token";
      case "MachineDetectionDuration" -> DETECTION;
      case "RawDlrDoneDate" -> "2601011000";
      case "state" -> "state";
      default -> name.endsWith("Duration") ? SECONDS : stable(value.toString());
    });
    return values;
  }

  private Map<String, Object> attributes(CallbackAttributes attributes) throws ReflectiveOperationException {
    Map<String, Object> values = new TreeMap<>();
    for (Method method : CallbackAttributes.class.getMethods()) {
      boolean getter = method.getName().matches("(?:get|is)[A-Z].*") && method.getParameterCount() == 0
          && method.getDeclaringClass() == CallbackAttributes.class;
      if (getter) {
        values.put(Introspector.decapitalize(method.getName().replaceFirst("get|is", "")), value(method.invoke(attributes)));
      }
    }
    values.replaceAll((name, value) -> switch (name) {
      case "duration" -> value == null ? null : Integer.valueOf(SECONDS);
      case "machineDetectionDuration" -> value == null ? null : Integer.valueOf(DETECTION);
      case "outOfOrder" -> false;
      case "flow" -> "my-flow";
      case "publicUrl" -> value == null ? null
          : "https://mule.example.com/twilio/Twilio/" + attributes.getKind().getPathSegment() + "/my-flow/token";
      case "remoteAddress" -> value == null ? null : "/203.0.113.1:443";
      case "correlationId" -> value == null ? null : "11111111-1111-1111-1111-111111111111";
      case "idempotencyToken" -> value == null ? null : "22222222-2222-2222-2222-222222222222";
      default -> value;
    });
    return values;
  }

  private Object value(Object value) {
    return value instanceof ZonedDateTime ? TIME : value instanceof Enum<?> constant ? constant.name()
        : value instanceof String text ? stable(text) : value;
  }

  private String stable(String text) {
    String local = LOCAL.matcher(text).replaceAll("https://api.twilio.com");
    String timed = ISO.matcher(RFC_1123.matcher(local).replaceAll("Thu, 01 Jan 2026 10:00:00 +0000")).replaceAll(TIME);
    return SID.matcher(timed).replaceAll(found -> Matcher.quoteReplacement(sids.computeIfAbsent(found.group(), this::next)));
  }

  private String next(String sid) {
    String prefix = sid.substring(0, 2);
    long others = sids.values().stream().filter(each -> each.startsWith(prefix)).count();
    return prefix + String.format("%032d", others + 1);
  }
}
