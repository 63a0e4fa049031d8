package org.muletwilio.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.connection.TestConnection;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.FakeHttp;
import org.muletwilio.internal.request.catalogue.Catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** A list of a hundred thousand entries, a hundred megabytes: no page but the last is in memory. */
class JsonPagesTest {

  private static final int PAGES = 100;
  private static final int ENTRIES = 1000;
  private static final int EARLY = 10;
  private static final long MOST_MEBI = 10;
  private static final String NAME = "x".repeat(1000);

  private final FakeHttp http = new FakeHttp();

  @Test
  void onePageIsInMemoryAtATime() {
    TwilioConnection connection = TestConnection.over(http);
    JsonPages pages = new JsonPages(name -> Optional.empty(), "twilio:list",
        new Catalogue().find("verify.v2", "Services.list").orElseThrow(), Map.of(),
        Optional.of(ENTRIES), Optional.empty(), Optional.empty());
    long early = 0;
    for (int page = 0; page < PAGES; page++) {
      http.answer(200, page(page));
      List<Map<String, Object>> entries = pages.getPage(connection);
      assertEquals(ENTRIES, entries.size());
      assertEquals(sid(page, ENTRIES - 1), entries.get(ENTRIES - 1).get("sid"));
      if (page == EARLY) {
        early = usedMebi();
      }
    }
    long late = usedMebi();
    assertTrue(late - early < MOST_MEBI, "MiB in use: " + early + " after " + EARLY + " pages, " + late + " after all");
    assertEquals(List.of(), pages.getPage(connection));
    assertEquals(PAGES, http.requests().size());
  }

  private static String page(int page) {
    String next = page == PAGES - 1 ? "null" : "\"https://verify.twilio.com/v2/Services?Page=" + (page + 1) + "\"";
    return "{\"meta\":{\"key\":\"services\",\"next_page_url\":" + next + "},\"services\":["
        + IntStream.range(0, ENTRIES).mapToObj(i -> "{\"sid\":\"" + sid(page, i) + "\",\"friendly_name\":\"" + NAME + "\"}")
            .collect(Collectors.joining(",")) + "]}";
  }

  private static String sid(int page, int entry) {
    return "VA" + (page * ENTRIES + entry);
  }

  private static long usedMebi() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
