package org.muletwilio.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.request.catalogue.Catalogue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters that are wrong, hostile or too many. */
class ParameterReaderTest {

  private static final Catalogue CATALOGUE = new Catalogue();
  private static final Duration SHORT = Duration.ofSeconds(30);

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"video.v1 | Rooms.create | UniqeName | x | there is no parameter 'UniqeName'. Did you mean 'UniqueName'?",
      "video.v1 | Rooms.create | MaxParticipants | many | 'MaxParticipants' is 'many': it must be a whole number",
      "video.v1 | Rooms.create | MaxParticipants | 1.5 | it must be a whole number",
      "video.v1 | Rooms.create | MaxParticipants | 1e999999999 | it must be a whole number",
      "video.v1 | Rooms.create | MaxParticipants | 1e-999999999 | it must be a whole number",
      "video.v1 | Rooms.create | EnableTurn | yes | 'EnableTurn' is 'yes': it must be true or false",
      "video.v1 | Rooms.create | Type | grop | it must be one of group, go, peer-to-peer, group-small. Did you mean 'group'",
      "video.v1 | Rooms.create | VideoCodecs | VP9 | 'VideoCodecs[0]' is 'VP9': it must be one of VP8, H264",
      "video.v1 | Rooms.create | StatusCallback | a b | 'StatusCallback' is 'a b': it must be a URI",
      "memory.v1 | Stores.Profiles.Observations.list | Accept-Encoding | br | 'Accept-Encoding' is 'br': the connector reads "
          + "answers in gzip and identity alone",
      "memory.v1 | Stores.Profiles.Observations.list | Accept-Encoding | 'gzip, deflate' | is 'gzip, deflate': the",
      "memory.v1 | Stores.Profiles.Observations.create | Content-Encoding | deflate | compresses requests with gzip",
      "api.v2010 | Messages.list | From | '' | 'From' is empty: leave it out to list all",
      "api.v2010 | Messages.list | From | ' ' | 'From' is empty: leave it out to list all",
      "api.v2010 | Calls.list | StartTime | yesterday | it must be a date and time with its zone",
      "api.v2010 | Usage.Records.list | StartDate | 2026-13-01 | it must be a date, such as 2026-01-31"})
  void isToldWhatTwilioTakesInstead(String api, String operation, String name, String value, String problem) {
    assertTrue(problems(api, operation, Map.of(name, value)).contains(problem), () -> problems(api, operation, Map.of(name,
        value)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"memory.v1 | Stores.Profiles.Observations.list | Accept-Encoding | gzip",
      "memory.v1 | Stores.Profiles.Observations.list | Accept-Encoding | GZIP;q=1.0, identity; q=0.5",
      "memory.v1 | Stores.Profiles.Observations.create | Content-Encoding | gzip", "api.v2010 | Messages.list | From | null",
      "api.v2010 | Messages.update | Body | ''"})
  void isTakenAsItIs(String api, String operation, String name, String value) {
    assertFalse(problems(api, operation, Map.of(name, value)).contains("'" + name + "'"));
  }

  @Test
  void hugeNumbersAreRefusedInATimeThatDoesNotDependOnThem() {
    for (Object number : List.of(new BigDecimal("1e2000000000"), new BigDecimal("1e-2000000000"), BigInteger.ONE
        .shiftLeft(50_000_000),
                                 "9".repeat(5_000_000), new BigDecimal(BigInteger.ONE.shiftLeft(100_000)))) {
      assertTimeout(SHORT, () -> {
        String problems = problems("video.v1", "Rooms.create", Map.of("MaxParticipants", number));
        assertTrue(problems.contains("must be a whole number") && problems.length() < 1000, problems);
        assertTrue(problems("sync.v1", "Services.Documents.create", Map.of("ServiceSid", "IS1", "Ttl", number))
            .contains("whole number"));
      });
    }
    assertTimeout(SHORT, () -> {
      ParameterReader reader = new ParameterReader(CATALOGUE.find("video.v1", "Rooms.create").orElseThrow());
      Object text = reader.read(Map.of("UniqueName", new BigDecimal("1e2000000000"))).get("UniqueName");
      assertTrue(text.toString().length() < 30, "as text");
    });
  }

  @Test
  void manyWrongOnesAreCounted() {
    Map<String, Object> wrong = new LinkedHashMap<>();
    for (int i = 0; i < 100_000; i++) {
      wrong.put("UniqueNam" + i, "x");
    }
    assertTimeout(SHORT, () -> {
      String problems = problems("video.v1", "Rooms.create", wrong);
      assertTrue(problems.endsWith("; and 99980 more") && problems.length() < 4000, problems);
    });
    assertTrue(problems("video.v1", "Rooms.create", Map.of("VideoCodecs", Collections.nCopies(100_000, "VP9")))
        .endsWith("; and 99980 more"));
    assertTimeout(SHORT, () -> assertTrue(problems("video.v1", "Rooms.create", Map.of("x".repeat(5_000_000), "y"))
        .length() < 300));
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "../x", "x/../y", "x\\..\\y", " ", "", "a/./b", "..\\x"})
  void aVariableOfThePathCantLeadElsewhere(String value) {
    assertTrue(problems("verify.v2", "Services.fetch", Map.of("Sid", value)).contains("it stands in the path of the request"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7\r\nHost: evil.example", "7\nX: y", "7\r", "7\u0000", "7\u0085", "7\u2028", "\u00fc", "7\t8"})
  void aHeaderIsOneLineOfAscii(String value) {
    String problems = problems("sync.v1", "Services.Documents.update", Map.of("ServiceSid", "IS1", "Sid", "ET1", "If-Match",
        value));
    assertTrue(problems.contains("'If-Match' has a character that a header can't have"), problems);
    assertTrue(!problems.contains("evil.example"), "what is in it may be a secret");
  }

  @Test
  void nullsAndOtherObjectsAreNoValues() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("UniqueName", null);
    parameters.put("MaxParticipants", new Object());
    parameters.put(null, "x");
    String problems = problems("video.v1", "Rooms.create", parameters);
    assertTrue(problems.contains("'MaxParticipants' is a Object: it must be a whole number"), problems);
    assertTrue(problems.contains("there is no parameter 'null'"), problems);
    assertTrue(problems("content.v1", "Content.create", Map.of("language", "en", "types", "x"))
        .contains("'types' must be an object"));
    assertTrue(problems("content.v1", "Content.create", Map.of("language", "en", "types", Map.of("twilio/txt", Map.of())))
        .contains("'types' has no field 'twilio/txt'. Did you mean 'twilio/text'"));
    assertTrue(problems("content.v1", "Content.create", Map.of("language", "en", "types", Map.of("twilio/text", Map.of())))
        .contains("'types.twilio/text.body' is missing"));
  }

  @Test
  void allThatIsWrongIsToldInTheOrderInWhichItWasGiven() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("Too", "+15005550006");
    parameters.put("ForceDelivery", "perhaps");
    assertEquals("there is no parameter 'Too'. Did you mean 'To'?; 'ForceDelivery' is 'perhaps': it must be true or false; "
        + "parameter 'To' is missing", problems("api.v2010", "Messages.create", parameters));
  }

  private static String problems(String api, String operation, Map<String, ?> parameters) {
    ParameterReader reader = new ParameterReader(CATALOGUE.find(api, operation).orElseThrow());
    reader.read(parameters);
    return reader.describeProblems();
  }
}
