package org.muletwilio.internal.callback.content;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {

  @Test
  void aBatchIsReadInItsOrderEachIdOnce() {
    List<CloudEvent> events = in("[{\"id\":\"b\",\"type\":\"x\"}, {\"id\":\"a\"}, {\"id\":\"b\",\"type\":\"y\"}]");
    assertEquals(List.of("b y {\"id\":\"b\",\"type\":\"y\"}", "a  {\"id\":\"a\"}"),
                 events.stream().map(each -> each.getId() + " " + each.getType() + " " + each.getJson()).collect(toList()));
    assertEquals("[{\"id\":\"b\",\"type\":\"y\"},{\"id\":\"a\"}]", CloudEvent.batchOf(events));
  }

  @Test
  void anEventMayComeByItself() {
    assertEquals(List.of("1"), in("{\"id\":\"1\"}").stream().map(CloudEvent::getId).collect(toList()));
  }

  /** The specification wants an id: where there is none, the same event is known by what it says. */
  @Test
  void anEventWithoutAnIdIsKnownByItsContent() {
    List<CloudEvent> events = in("[{\"id\":\"a\"},{\"type\":\"t\"},{\"type\":\"u\"},{\"type\":\"t\"},{\"id\":\"\"},"
        + "{\"id\":null}]");
    assertEquals(5, events.size());
    assertEquals(events.get(1).getId(), in("{ \"type\" : \"t\" }").get(0).getId());
    assertNotEquals(events.get(1).getId(), events.get(2).getId());
    assertEquals("{\"type\":\"t\"}", events.get(1).getJson());
  }

  @Test
  void numbersStayAsTheyAreWritten() {
    String json = "{\"id\":\"a\",\"data\":{\"price\":-0.00790,\"id\":12345678901234567890123,\"score\":4.123456789012345678901,"
        + "\"whole\":1.0}}";
    assertEquals(json, in(json).get(0).getJson());
  }

  @Test
  void aThousandEventsAreTaken() {
    String batch = IntStream.range(0, 1000).mapToObj(i -> "{\"id\":\"" + i + "\"}").collect(joining(",", "[", "]"));
    assertEquals(1000, in(batch).size());
    assertEquals(batch, CloudEvent.batchOf(in(batch)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "1", "\"text\"", "[1]", "[{\"id\":\"a\"},null]", "{\"id\":", "no JSON"})
  void anythingElseIsNotEvents(String json) {
    assertEquals(Optional.empty(), CloudEvent.in(json));
  }

  /** Genuine, and of a size that is taken; deeper than any program writes. */
  @Test
  void whatIsNestedWithoutMeasureIsTakenOrRefused() {
    for (int depth : new int[] {500, 30_000, 1_000_000}) {
      String event = "{\"id\":\"a\",\"data\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
      Optional<List<CloudEvent>> events = CloudEvent.in("[" + event + "]");
      events.ifPresent(all -> assertEquals(event, all.get(0).getJson()));
    }
  }

  private static List<CloudEvent> in(String json) {
    return CloudEvent.in(json).orElseThrow();
  }
}
