package org.muletwilio.internal.callback.forgery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.internal.callback.Draft;
import org.muletwilio.internal.callback.ReceiverFixture;


import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody who can't sign makes the connector work more than in proportion to what is sent: the worst requests of a size are timed
 * beside a plain one of that size, in turns.
 */
class WorstRequestsTest {

  /** A reader of linear time takes a few times as long for the worst, one of quadratic time hundreds of times as long. */
  private static final double MOST_TIMES = 8;
  /** One that another program holds up says nothing: the quickest counts. */
  private static final int MOST_ROUNDS = 25;
  private static final int BODY = 64 * 1024;
  /** Mule's HTTP service takes request lines of up to 8 KB. */
  private static final int QUERY = 7_800;

  private final ReceiverFixture fixture;

  WorstRequestsTest() throws Exception {
    fixture = new ReceiverFixture(false);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void aBodyTakesNoLongerThanAPlainOne(String name, String pattern) {
    assertNotSlow(pattern, BODY, text -> {
      Draft draft = Draft.form();
      draft.body = text.getBytes(US_ASCII);
      return draft;
    });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void aQueryTakesNoLongerThanAPlainOne(String name, String pattern) {
    assertNotSlow(pattern, QUERY, text -> {
      Draft draft = Draft.form();
      draft.target += "&" + text;
      return draft;
    });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void theQueryOfAnUnknownPathIsNotRead(String name, String pattern) {
    Draft draft = Draft.form();
    draft.target = "/twilio/callbacks/Twilio/x?" + fill(pattern, QUERY);
    HttpRequest request = draft.request();
    HttpRequest watched = Draft.only(request, "getPath");
    assertEquals(404, fixture.handle(watched).get(0).getStatusCode());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void aPathTakesNoLongerThanAPlainOne(String name, String pattern) {
    assertNotSlow(pattern, QUERY, text -> {
      Draft draft = Draft.form();
      draft.target = "/twilio/callbacks/Twilio/message-status/" + text + "/AAAAAAAAAAAAAAAAAAAAAA";
      return draft;
    });
  }

  static Stream<Arguments> forms() {
    return Stream.of(Arguments.of("names alone", "a&"), Arguments.of("one name", "a=0&"), Arguments.of("no names", "=&"),
        Arguments.of("separators", "&"), Arguments.of("equals signs", "="), Arguments.of("many names", "#=1&"),
        Arguments.of("many names without values", "#&"), Arguments.of("escapes", "%41"),
        Arguments.of("escaped names", "%41=%42&"),
        Arguments.of("escapes beyond ASCII", "%E2%82%AC"), Arguments.of("plus signs", "+"), Arguments.of("plus names", "+&"),
        Arguments.of("names of one hash", "@=&"), Arguments.of("one name, many values", "a=#&"),
        Arguments.of("account SIDs", "AccountSid=#&"), Arguments.of("body hashes", "bodySHA256=#&"),
        Arguments.of("contexts", "context=#&"));
  }

  static Stream<Arguments> paths() {
    return Stream.of(Arguments.of("escapes", "~41"), Arguments.of("escapes beyond ASCII", "~E2~82~AC"),
        Arguments.of("tildes", "~"), Arguments.of("slashes", "/"), Arguments.of("percent", "%41"));
  }

  private void assertNotSlow(String pattern, int size, Function<String, Draft> drafts) {
    long plainNanos = Long.MAX_VALUE;
    long worstNanos = Long.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && worstNanos > MOST_TIMES * plainNanos; round++) {
      plainNanos = Math.min(plainNanos, nanos(drafts.apply("Body=" + "x".repeat(size - 5)).request()));
      worstNanos = Math.min(worstNanos, nanos(drafts.apply(fill(pattern, size)).request()));
    }
    double times = (double) worstNanos / plainNanos;
    assertTrue(times <= MOST_TIMES, () -> String.format("takes %.1f times as long as a plain one", times));
  }

  private long nanos(HttpRequest request) {
    long start = System.nanoTime();
    int status = fixture.handle(request).get(0).getStatusCode();
    long took = System.nanoTime() - start;
    assertTrue(status == 403 || status == 400 || status == 404, () -> "answered " + status);
    return took;
  }

  /** Repeats a pattern, with a new number in place of # and another text of the same hash in place of @. */
  private static String fill(String pattern, int size) {
    StringBuilder text = new StringBuilder(size + pattern.length());
    for (int i = 0; text.length() < size; i++) {
      text.append(pattern.replace("#", Integer.toString(i, 36)).replace("@", colliding(i)));
    }
    text.setLength(size);
    return text.toString();
  }

  /** All of them have the same hash code in Java. */
  private static String colliding(int number) {
    return IntStream.range(0, 14).mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB").collect(Collectors.joining());
  }
}
