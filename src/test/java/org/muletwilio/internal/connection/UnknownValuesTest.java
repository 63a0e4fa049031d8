package org.muletwilio.internal.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One value of an answer that Java doesn't know costs that value and no other, whichever field of whichever resource it is: each
 * field of the SDK's class gets each kind of value.
 */
class UnknownValuesTest {

  private static final String ROOM = "org.muletwilio.internal.";
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final List<String> VALUES = List.of("null", "\"\"", "\" \"", "\"tomorrow's word\"", "\"XBT\"", "\"12.5\"",
      "\"1,000\"", "\"\u0661\"", "-1", "1.5", "1e400", "99999999999999999999", "true", "[]", "[null]", "[\"a\"]", "{}",
      "{\"a\":{}}",
      "\"2026-13-45\"", "\"2026-11-26T10:00:00Z\"", "\"Thu, 26 Nov 2026 10:00:00 +0000\"", "\"http://[\"", "\"\\u0000\"");

  static List<List<String>> resources() {
    return List.of(
        List.of("message.Messages", "read", "com.twilio.rest.api.v2010.account.Message", "getSid", "sid"),
        List.of("call.Calls", "read", "com.twilio.rest.api.v2010.account.Call", "getSid", "sid"),
        List.of("conference.Participants", "read", "com.twilio.rest.api.v2010.account.conference.Participant", "getCallSid",
                "call_sid"),
        List.of("recording.Recordings", "read", "com.twilio.rest.api.v2010.account.call.Recording", "getSid", "sid"),
        List.of("recording.Transcriptions", "read", "com.twilio.rest.api.v2010.account.call.Transcription", "getSid", "sid"),
        List.of("phonenumber.IncomingPhoneNumbers", "read", "com.twilio.rest.api.v2010.account.IncomingPhoneNumber", "getSid",
                "sid"),
        List.of("phonenumber.CallerIdValidations", "read", "com.twilio.rest.api.v2010.account.ValidationRequest", "getCallSid",
                "call_sid"),
        List.of("application.Applications", "read", "com.twilio.rest.api.v2010.account.Application", "getSid", "sid"),
        List.of("messagingservice.MessagingServices", "read", "com.twilio.rest.messaging.v1.Service", "getSid", "sid"),
        List.of("messagingservice.MessagingServices", "readNumber", "com.twilio.rest.messaging.v1.service.PhoneNumber", "getSid",
                "sid"));
  }

  @ParameterizedTest
  @MethodSource("resources")
  void costNoOtherValue(List<String> resource) throws Exception {
    ObjectNode usual = usualAnswer(Class.forName(resource.get(2)));
    Map<String, String> all = read(resource, usual);
    assertEquals("SID", all.get(resource.get(3)));
    assertTrue(all.values().stream().filter(value -> !"null".equals(value)).count() > 4, all::toString);
    List<String> lost = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    usual.fieldNames().forEachRemaining(fields::add);
    for (String field : fields) {
      for (String value : VALUES) {
        ObjectNode answer = usual.deepCopy();
        answer.set(field, PLAIN.readTree(value));
        check(resource, field, value, answer, all, lost);
      }
      ObjectNode answer = usual.deepCopy();
      answer.remove(field);
      check(resource, field, "nothing", answer, all, lost);
    }
    assertEquals(List.of(), lost);
  }

  /** Twilio's own word says more than nothing: a new status, for example. */
  @ParameterizedTest
  @MethodSource("resources")
  void wordsThatTheSdkDoesNotKnowAreTwilios(List<String> resource) throws Exception {
    ObjectNode answer = usualAnswer(Class.forName(resource.get(2)));
    Map<String, String> usual = read(resource, answer);
    for (String field : List.of("status", "direction", "source", "track", "type")) {
      String getter = "get" + field.substring(0, 1).toUpperCase() + field.substring(1);
      if (answer.has(field) && usual.containsKey(getter)) {
        assertEquals("never-heard-of", read(resource, answer.deepCopy().put(field, "never-heard-of")).get(getter), field);
      }
    }
  }

  private static void check(List<String> resource, String field, String value, ObjectNode answer, Map<String, String> usual,
                            List<String> lost) throws Exception {
    try {
      Map<String, String> found = read(resource, answer);
      found.forEach((getter, each) -> {
        if (!getter.equalsIgnoreCase("get" + field.replace("_", "")) && !each.equals(usual.get(getter))
            && !isTwin(getter, field)) {
          lost.add(field + " = " + value + ": " + getter + " is " + each);
        }
      });
    } catch (InvocationTargetException e) {
      lost.add(field + " = " + value + ": " + e.getCause());
    }
  }

  /** Getters that are named otherwise than the field. */
  private static boolean isTwin(String getter, String field) {
    return getter.equals("get" + Stream.of(field.split("_")).map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
        .reduce("", String::concat) + "Url") || getter.startsWith("is");
  }

  private static Map<String, String> read(List<String> resource, JsonNode answer) throws Exception {
    Method read = Class.forName(ROOM + resource.get(0)).getDeclaredMethod(resource.get(1), InputStream.class, ObjectMapper.class);
    read.setAccessible(true);
    Object made = read.invoke(null, new ByteArrayInputStream(answer.toString().getBytes(UTF_8)), TolerantMapper.create());
    assertNotNull(made);
    Map<String, String> values = new TreeMap<>();
    for (Method getter : made.getClass().getMethods()) {
      if (getter.getParameterCount() == 0 && (getter.getName().startsWith("get") || getter.getName().startsWith("is"))
          && !getter.getName().equals("getClass")) {
        getter.setAccessible(true);
        values.put(getter.getName(), String.valueOf(getter.invoke(made)));
      }
    }
    return values;
  }

  /** Every field of the SDK's class, with a value of its type. */
  private static ObjectNode usualAnswer(Class<?> type) throws Exception {
    Map<String, Class<?>> fields = Arrays.stream(type.getDeclaredConstructors())
        .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
        .filter(parameter -> parameter.isAnnotationPresent(JsonProperty.class))
        .collect(toMap(parameter -> parameter.getAnnotation(JsonProperty.class).value(), parameter -> parameter.getType(),
                       (one, other) -> one, LinkedHashMap::new));
    assertTrue(fields.size() > 4, fields::toString);
    ObjectNode answer = PLAIN.createObjectNode();
    for (Map.Entry<String, Class<?>> field : fields.entrySet()) {
      answer.set(field.getKey(), PLAIN.readTree(usualValue(field.getKey(), field.getValue())));
    }
    return answer;
  }

  private static String usualValue(String field, Class<?> type) {
    if (field.endsWith("sid")) {
      return "\"SID\"";
    }
    if (type == Integer.class || field.equals("queue_time") || field.startsWith("num_") || field.equals("price")
        || field.equals("duration")) {
      return "\"7\"";
    }
    switch (type.getSimpleName()) {
      case "ZonedDateTime":
        return field.startsWith("date_") || field.endsWith("_time") ? "\"Fri, 18 Feb 2011 21:07:19 +0000\"" : "null";
      case "Boolean":
        return "true";
      case "Currency":
        return "\"USD\"";
      case "URI":
        return "\"https://example.com/x\"";
      case "Map":
      case "PhoneNumberCapabilities":
        return "{\"voice\":true,\"sms\":true}";
      case "List":
        return "[\"voice\"]";
      default:
        return type.isEnum() ? "\"" + type.getEnumConstants()[0] + "\"" : "\"text\"";
    }
  }
}
