package org.muletwilio.functional.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.ResourceAnswers;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Twilio gets from send-message: times, addresses and media as users write them. */
class SendMessageTest {

  private static final String SERVICE = "MG" + "a".repeat(32);
  private static final OffsetDateTime TOMORROW =
      OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).truncatedTo(ChronoUnit.SECONDS).withNano(0);

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), flow("status")
        + "<flow name='later'><twilio:send-message config-ref='Twilio' to='+15551234567' messagingServiceSid='" + SERVICE
        + "' body='x' sendAt='#[payload]'/></flow>"
        + "<flow name='channel'><twilio:send-message config-ref='Twilio' to='#[payload.to]' from='#[payload.from]' body='x' "
        + "status-callback-flow-ref='status'/></flow>"
        + "<flow name='media'><twilio:send-message config-ref='Twilio' to='+15551234567' from='+15005550006' "
        + "mediaUrls='#[payload]'/></flow>"
        + "<flow name='template'><twilio:send-message config-ref='Twilio' to='+15551234567' from='+15005550006' "
        + "contentSid='HX00000000000000000000000000000000' contentVariables='#[payload]'/></flow>").start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  @BeforeEach
  void forget() {
    simulator.forget();
  }

  /** What a template's placeholders stand for is text, whatever expressions yield. */
  @Test
  void variablesOfATemplateAreSentAsTexts() {
    mule.run("template", new TreeMap<>(Map.of("1", 4711, "2", true, "3", "Ada", "4", 9.5, "5", LocalDate.of(2026, 3, 1))));
    assertEquals(List.of("{\"1\":\"4711\",\"2\":\"true\",\"3\":\"Ada\",\"4\":\"9.5\",\"5\":\"2026-03-01\"}"),
                 sent().all("ContentVariables"));
  }

  /** Twilio refuses variables that are null or empty, with error 21656. */
  @Test
  void variablesThatAreNoTextAreRefusedWithTheirName() {
    String texts = ": values are texts, numbers, booleans or dates";
    assertEquals("twilio:send-message: contentVariables has an object as its value of '1'" + texts,
                 refused("template", Map.of("1", Map.of("name", "Ada"))));
    assertEquals("twilio:send-message: contentVariables has null as its value of '1'" + texts,
                 refused("template", Collections.singletonMap("1", null)));
    assertEquals("twilio:send-message: contentVariables has no text for '1': Twilio refuses an empty one. Leave it out, and the "
        + "template's own value is taken", refused("template", Map.of("1", " ")));
  }

  @Test
  void mediaMayBeUrlsOfJava() {
    mule.run("media", List.of(URI.create("https://example.com/a.png"), new StringBuilder("https://example.com/b.png")));
    assertEquals(List.of("https://example.com/a.png", "https://example.com/b.png"), sent().all("MediaUrl"));
    assertEquals("twilio:send-message: mediaUrls holds an object: values are texts, numbers, booleans or dates",
                 refused("media", List.of(Map.of("url", "https://example.com/a.png"))));
    assertTrue(refused("media", List.of(5)).startsWith("twilio:send-message: mediaUrls holds '5': "));
  }

  private static String refused(String flow, Object payload) {
    simulator.forget();
    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run(flow, payload));
    assertEquals("TWILIO:INVALID_REQUEST", failure.errorType(), failure.description());
    assertNothingWasSent();
    return failure.description();
  }

  /** As texts of each form that ISO 8601 has, and as values of Java, which expressions return. */
  static Stream<Object> timesWithAnOffset() {
    OffsetDateTime east = TOMORROW.withOffsetSameInstant(ZoneOffset.ofHours(1));
    OffsetDateTime west = TOMORROW.withOffsetSameInstant(ZoneOffset.ofHoursMinutes(-3, -30));
    return Stream.of(TOMORROW.toString(), TOMORROW.plusNanos(123_000_000).toString(), east.toString(), west.toString(),
                     text(TOMORROW, "yyyy-MM-dd'T'HH:mm:ss'Z'"), text(east, "yyyy-MM-dd'T'HH:mm:ssXX"),
                     text(east, "yyyy-MM-dd'T'HH:mm:ssX"), text(west, "yyyy-MM-dd'T'HH:mm:ssXX"),
                     text(TOMORROW, "yyyy-MM-dd't'HH:mm:ss'z'"), " " + TOMORROW + " ",
                     TOMORROW, east, TOMORROW.atZoneSameInstant(ZoneId.of("Europe/Zurich")));
  }

  private static String text(OffsetDateTime time, String pattern) {
    return time.format(DateTimeFormatter.ofPattern(pattern));
  }

  @ParameterizedTest
  @MethodSource("timesWithAnOffset")
  void aTimeWithAnOffsetIsSentInUtc(Object time) {
    mule.run("later", time);
    assertEquals(List.of(TOMORROW.toInstant().toString()), sent().all("SendAt"));
    assertEquals(List.of("fixed"), sent().all("ScheduleType"));
  }

  /** Mule turns an instant into a text without an offset. */
  static Stream<Object> timesWithoutAnOffset() {
    return Stream.of("tomorrow", "2030-01-31", "2030-01-31T09:00:00", "2030-02-30T09:00:00Z", "31.01.2030 09:00 +01:00",
                     LocalDateTime.of(2030, 1, 31, 9, 0), 1_900_000_000_000L,
                     Instant.parse("2030-01-31T09:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("timesWithoutAnOffset")
  void anotherTimeIsRefused(Object time) {
    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run("later", time));
    assertEquals("TWILIO:INVALID_REQUEST", failure.errorType(), failure.description());
    assertTrue(failure.description().startsWith("twilio:send-message: sendAt is '"), failure.description());
    assertTrue(failure.description().contains("write it as 2030-01-31T09:00:00Z or 2030-01-31T09:00:00+01:00"),
               failure.description());
    assertNothingWasSent();
  }

  @ParameterizedTest
  @CsvSource({"whatsapp:+15551234567, whatsapp:+15005550006", "messenger:1234567890, messenger:987654321",
      "rcs:+15551234567, rcs:brand_agent", "viber:+15551234567, viber:brand", "+15551234567, BRAND", "+15551234567, 72345"})
  void addressesOfEachChannelAreSentAsTheyAre(String to, String from) {
    mule.run("channel", Map.of("to", to, "from", from));
    assertEquals(List.of(to), sent().all("To"));
    assertEquals(List.of(from), sent().all("From"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "photo.png", "ftp://example.com/a", "https://example.com/a|b", "https://example.com/a b",
      "https:///a", "data:image/png;base64,AAAA"})
  void mediaThatTwilioCannotFetchAreRefused(String url) {
    FlowFailedException failure =
        assertThrows(FlowFailedException.class, () -> mule.run("media", List.of("https://example.com/a.png", url)));
    assertEquals("TWILIO:INVALID_REQUEST", failure.errorType(), failure.description());
    assertTrue(failure.description().startsWith("twilio:send-message: mediaUrls holds '" + url + "': "), failure.description());
    assertNothingWasSent();
  }

  private static Form sent() {
    return ResourceAnswers.last(simulator).request().form();
  }

  private static void assertNothingWasSent() {
    assertTrue(simulator.requests().stream().allMatch(each -> each.method().equals("GET")), simulator.requests().toString());
  }
}
