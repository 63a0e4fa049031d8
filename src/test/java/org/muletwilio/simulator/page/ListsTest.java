package org.muletwilio.simulator.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.api.Accounts;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.api.ApiRequest;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.Journals;
import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.http.HttpAnswer;
import org.muletwilio.simulator.http.HttpSender;
import org.muletwilio.simulator.message.MessageResources;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.storage.FileStore;
import org.muletwilio.simulator.thread.SimulatorThreads;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the lists of the page find, page by page. */
class ListsTest {

  private static final String ACCOUNT = "AC" + "0".repeat(32);

  private final SimulatorThreads threads = SimulatorThreads.start(1, 1, 1);
  private final Journals journals = Journals.withListeners(request -> { }, callback -> { });
  private SimulatorCore simulator;
  private WebApi api;

  @BeforeEach
  void open() throws Exception {
    Accounts accounts = new Accounts();
    accounts.add(ACCOUNT, "secret");
    simulator = new SimulatorCore(() -> "http://127.0.0.1:1", new FileStore(() -> "http://127.0.0.1:1"), accounts, journals,
                                  threads, new HttpSender(SSLContext.getDefault(), false), Duration.ZERO, false);
    api = new WebApi(simulator, () -> false);
  }

  @AfterEach
  void close() {
    threads.stop();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> get(String path, String... query) {
    return (Map<String, Object>) api.answer("GET", path, Form.of(query)).orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> items(String path, String... query) {
    return (List<Map<String, Object>>) get(path, query).get("items");
  }

  private void message(String to, String body) {
    simulator.stores().messages()
        .add(MessageResources.message(ACCOUNT, Optional.of("+15005550006"), to, body, 0, "outbound-api"));
  }

  @Test
  void allOfTenThousandMessagesAreReached() {
    for (int i = 0; i < 10_000; i++) {
      message("+14155550100", "Number " + i);
    }
    Set<Object> seen = new HashSet<>();
    for (int page = 0; page < 20; page++) {
      items("messages", "page", String.valueOf(page), "size", "500").forEach(one -> seen.add(one.get("body")));
    }
    assertEquals(10_000, seen.size());
    assertEquals("Number 9999", items("messages").get(0).get("body"));
    assertEquals(1, get("messages", "search", "number 1234 ").get("matching"));
    assertEquals(List.of(), items("messages", "page", "1000000", "size", "500"));
  }

  @Test
  void findsByTextNumberAndStatus() {
    message("+14155550101", "Your PARCEL");
    message("+14155550102", "Something else");
    assertEquals(1, items("messages", "search", "parcel").size());
    assertEquals(1, items("messages", "search", "550102").size());
    assertEquals(2, items("messages", "status", "queued").size());
    assertEquals(0, items("messages", "status", "sent").size());
  }

  private void callback(String sid, String status, int answer) {
    Callback callback = new Callback(Callback.Kind.MESSAGE_STATUS, sid, ACCOUNT, "POST", "http://u:hush@127.0.0.1/x",
                                     Form.of("MessageStatus", status));
    journals.callbacks().add(new CallbackAttempt(callback, 1, "token", "", false, Instant.now(),
                                                 Optional.of(new HttpAnswer(answer, Map.of(), "")), Optional.empty()));
  }

  @Test
  void callbacksAreFoundAndGrouped() {
    callback("SM1", "sent", 204);
    callback("SM2", "sent", 204);
    callback("SM1", "delivered", 500);
    assertEquals(1, items("callbacks", "result", "failed").size());
    assertEquals(2, items("callbacks", "search", "sm1").size());
    List<Map<String, Object>> groups = items("callbacks", "group", "resource");
    assertEquals(List.of("SM1", "SM2"), groups.stream().map(group -> group.get("sid")).toList());
    assertEquals("[sent, delivered]", ((List<?>) groups.get(0).get("callbacks")).stream()
        .map(one -> ((Map<?, ?>) one).get("status")).toList().toString());
    assertFalse(items("callbacks").toString().contains("hush"));
  }

  private void request(String body, ApiAnswer answer) {
    ApiRequest request = new ApiRequest("POST", "/v2/token", Form.EMPTY, Form.parse(body), body,
                                        Map.of("content-type", "application/x-www-form-urlencoded"), Optional.empty(),
                                        Instant.now());
    journals.requests().add(new ApiExchange(request, Optional.of(answer)));
  }

  @Test
  void requestsTellTheirParametersAnswersAndErrors() {
    request("To=nonsense", ApiAnswer.error(400, 21211, "The \"To\" number is not valid"));
    request("client_secret=hush1&Url=http%3A%2F%2Fu%3Ahush2%40h%2F", ApiAnswer.json(200, Map.of("access_token", "hush3")));
    Map<String, Object> failed = items("requests", "result", "failed").get(0);
    assertEquals("21211 The \"To\" number is not valid", failed.get("error"));
    assertEquals(1, items("requests", "search", "21211").size());
    Map<String, Object> all = get("requests/0");
    assertEquals("[[To, nonsense]]", all.get("form").toString());
    assertTrue(all.get("answerBody").toString().contains("more_info"));
    Map<String, Object> secret = get("requests/1");
    assertFalse(secret.toString().contains("hush"), secret::toString);
    assertTrue(api.answer("GET", "requests/7", Form.EMPTY).isEmpty());
  }
}
