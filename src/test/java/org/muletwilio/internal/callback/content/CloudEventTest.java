package org.muletwilio.internal.callback.content;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {

  @Test
  void aBatchIsReadInItsOrderEachIdOnce() {
    List<CloudEvent> events = CloudEvent.in("[{\"id\":\"b\",\"type\":\"x\"}, {\"id\":\"a\"}, {\"id\":\"b\",\"type\":\"y\"}]")
        .orElseThrow();
    assertEquals(List.of("b y {\"id\":\"b\",\"type\":\"y\"}", "a  {\"id\":\"a\"}"),
                 events.stream().map(each -> each.getId() + " " + each.getType() + " " + each.getJson()).collect(toList()));
    assertEquals("[{\"id\":\"b\",\"type\":\"y\"},{\"id\":\"a\"}]", CloudEvent.batchOf(events));
  }

  @Test
  void anEventMayComeByItself() {
    assertEquals(List.of("1"), CloudEvent.in("{\"id\":\"1\"}").orElseThrow().stream().map(CloudEvent::getId).collect(toList()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "7", "[7]", "[{\"id\":7}]", "[{\"id\":\"\"}]", "[{\"id\":\"1\"},{}]", "{\"id\":"})
  void anythingElseIsNoEvent(String json) {
    assertEquals(Optional.empty(), CloudEvent.in(json));
  }
}
