package org.muletwilio.functional.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.muletwilio.functional.support.ResourceAnswers.answerNext;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.ResourceAnswers;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Lists of resources: page by page, empty, and refused. */
class ResourceListsTest extends ResourceApplication {

  @Test
  void listsAreFetchedPageByPage() {
    String path = "/2010-04-01/Accounts/" + ACCOUNT + "/IncomingPhoneNumbers.json";
    answerNext(simulator, 200, Map.of("incoming_phone_numbers", List.of(ResourceAnswers.number("+14155550100"),
        ResourceAnswers.number("+14155550101")), "page_size", 2, "uri", path, "next_page_uri", path + "?Page=1&PageSize=2"));
    answerNext(simulator, 200, Map.of("incoming_phone_numbers", List.of(ResourceAnswers.number("+14155550102")),
                                      "page_size", 2, "uri", path));

    assertEquals("+14155550100 +14155550101 +14155550102 ", mule.run("numbers", "x").variables().get("seen"));

    List<ApiExchange> requests = simulator.requests().stream().filter(each -> each.path().equals(path)
        && each.method().equals("GET")).toList();
    assertEquals("Support", requests.get(0).request().query().first("FriendlyName").orElseThrow());
    assertEquals("+1415*", requests.get(0).request().query().first("PhoneNumber").orElseThrow());
    assertEquals("hosted", requests.get(0).request().query().first("Origin").orElseThrow());
    assertEquals("false", requests.get(0).request().query().first("Beta").orElseThrow());
    assertEquals("2", requests.get(0).request().query().first("PageSize").orElseThrow());
    assertEquals("1", requests.get(1).request().query().first("Page").orElseThrow());
  }

  @Test
  void anEmptyListHasNoEntries() {
    String path = "/2010-04-01/Accounts/" + ACCOUNT + "/Applications.json";
    answerNext(simulator, 200, Map.of("applications", List.of(), "page_size", 50, "uri", path));

    assertEquals("", mule.run("applications", "x").variables().get("seen"));
  }

  @Test
  void aListThatIsRefusedIsAnErrorOfTheOperation() {
    answerNext(simulator, 401, Map.of("code", 20003, "message", "Authenticate", "status", 401));

    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run("applications", "x"));
    assertEquals("TWILIO:INVALID_CREDENTIALS", failure.errorType());
  }
}
