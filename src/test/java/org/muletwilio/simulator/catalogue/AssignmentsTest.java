package org.muletwilio.simulator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.simulator.catalogue.ProductClient.read;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer.Received;
import org.muletwilio.simulator.UserServer.Reply;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.resource.Form;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks of TaskRouter: reserved, asked about, accepted, rejected, timed out, and given to a fallback address. */
class AssignmentsTest {

  private static final String CONFIGURATION = "{\"task_routing\": {\"default_filter\": {\"queue\": \"WQ1\"}}}";

  private final Map<String, String> workers = new HashMap<>();
  private TwilioSimulator simulator;
  private ProductClient api;
  private UserServer server;
  private String workspace;
  private String workflow;

  @BeforeEach
  void start() throws Exception {
    simulator = TwilioSimulator.builder().start();
    api = new ProductClient(simulator);
    server = new UserServer();
    workspace = "/v1/Workspaces/" + create("/v1/Workspaces", "FriendlyName", "Shop").path("sid").asText();
    String onShift = create(workspace + "/Activities", "FriendlyName", "On shift", "Available", "true").path("sid").asText();
    String away = create(workspace + "/Activities", "FriendlyName", "Away", "Available", "false").path("sid").asText();
    for (JsonNode worker : List.of(create(workspace + "/Workers", "FriendlyName", "Eve", "ActivitySid", away),
                                   create(workspace + "/Workers", "FriendlyName", "Bob", "ActivitySid", onShift, "Attributes",
                                          "{\"limit\":50}"),
                                   create(workspace + "/Workers", "FriendlyName", "Ada", "ActivitySid", onShift))) {
      workers.put(worker.path("sid").asText(), worker.path("friendly_name").asText());
    }
    workflow = create(workspace + "/Workflows", "FriendlyName", "Orders", "Configuration", CONFIGURATION,
                      "AssignmentCallbackUrl", server.url("/assign"), "FallbackAssignmentCallbackUrl", server.url("/fallback"))
        .path("sid").asText();
  }

  @AfterEach
  void stop() {
    simulator.close();
    server.close();
  }

  @Test
  void theFirstAvailableWorkerIsAskedForWithWhatTwilioDocuments() throws Exception {
    server.replying(request -> instruction("accept"));
    JsonNode task = task();
    assertEquals("pending", task.path("assignment_status").asText());

    awaitStatus(task, "assigned");
    assertEquals(1, server.received().size());
    Received request = server.received().get(0);
    Form fields = request.form();
    for (String name : List.of("Timestamp", "AccountSid", "WorkspaceSid", "WorkflowSid", "TaskQueueSid", "WorkerSid",
                               "WorkerAttributes", "TaskSid", "TaskAttributes", "TaskAge", "TaskPriority", "ReservationSid")) {
      assertTrue(fields.first(name).isPresent(), name);
    }
    assertEquals("POST", request.method());
    assertTrue(!request.header("X-twilio-signature").isEmpty(), request.headers().toString());
    assertEquals("Bob", worker(request));
    assertEquals("{\"limit\":50}", fields.first("WorkerAttributes").orElse(""));
    assertEquals("{\"amount\":80}", fields.first("TaskAttributes").orElse(""));
    assertEquals("WQ1", fields.first("TaskQueueSid").orElse(""));
    assertEquals(workflow, fields.first("WorkflowSid").orElse(""));
    JsonNode reservation = reservation(fields);
    assertEquals("accepted", reservation.path("reservation_status").asText());
  }

  @Test
  void theNextIsAskedForAfterARejectionAndNobodyTwice() throws Exception {
    server.replying(request -> instruction("reject"));
    JsonNode task = task();

    awaitWorkers("Bob", "Ada");
    awaitStatus(task, "pending");
    assertEquals("rejected", reservation(server.received().get(0).form()).path("reservation_status").asText());
    assertEquals(2, server.received().size());
  }

  @Test
  void theFallbackIsAskedWhereTheAddressFails() throws Exception {
    server.replying(request -> request.target().equals("/assign") ? Reply.of(500) : instruction("accept"));
    awaitStatus(task(), "assigned");
    assertEquals(List.of("/assign", "/fallback"), server.received().stream().map(Received::target).toList());
  }

  @Test
  void theFallbackIsAskedWhereTheAddressAnswersOtherwise() throws Exception {
    server.replying(request -> request.target().equals("/assign") ? new Reply(200, "text/plain", "{\"instruction\": \"accept\"}")
        : instruction("accept"));
    awaitStatus(task(), "assigned");
    assertEquals(List.of("/assign", "/fallback"), server.received().stream().map(Received::target).toList());
  }

  @Test
  void aRejectionMovesTheWorkerToAnotherActivity() throws Exception {
    String onBreak = create(workspace + "/Activities", "FriendlyName", "Break", "Available", "false").path("sid").asText();
    server.replying(request -> worker(request).equals("Ada") ? instruction("accept")
        : new Reply(200, "application/json", "{\"instruction\": \"reject\", \"activity_sid\": \"" + onBreak + "\"}"));
    awaitStatus(task(), "assigned");
    String bob = server.received().get(0).form().first("WorkerSid").orElse("");
    assertEquals(onBreak, send("GET", workspace + "/Workers/" + bob, Form.EMPTY).path("activity_sid").asText());
    assertEquals("rejected", send("GET", workspace + "/Workers/" + bob + "/Reservations", Form.EMPTY).path("reservations").path(0)
        .path("reservation_status").asText());
  }

  @Test
  void withoutAnInstructionTheApiAnswers() throws Exception {
    server.replying(request -> new Reply(200, "application/json", "{}"));
    JsonNode task = task();
    awaitWorkers("Bob");
    awaitStatus(task, "reserved");
    String path = path(server.received().get(0).form());
    create(path, "ReservationStatus", "accepted");
    awaitStatus(task, "assigned");
  }

  @Test
  void aReservationTimesOut() throws Exception {
    server.replying(request -> new Reply(200, "application/json", "not JSON"));
    JsonNode task = task();
    awaitWorkers("Bob");
    awaitStatus(task, "reserved");
    simulator.advance(Duration.ofSeconds(121));
    awaitWorkers("Bob", "Ada");
    assertEquals("timeout", reservation(server.received().get(0).form()).path("reservation_status").asText());
  }

  private JsonNode task() throws Exception {
    return create(workspace + "/Tasks", "WorkflowSid", workflow, "Attributes", "{\"amount\":80}");
  }

  private static Reply instruction(String word) {
    return new Reply(200, "application/json", "{\"instruction\": \"" + word + "\"}");
  }

  private String path(Form fields) {
    return workspace + "/Tasks/" + fields.first("TaskSid").orElse("") + "/Reservations/" + fields.first("ReservationSid")
        .orElse("");
  }

  private JsonNode reservation(Form fields) throws Exception {
    return send("GET", path(fields), Form.EMPTY);
  }

  private void awaitStatus(JsonNode task, String status) throws Exception {
    String path = workspace + "/Tasks/" + task.path("sid").asText();
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!(simulator.isIdle() && send("GET", path, Form.EMPTY).path("assignment_status").asText().equals(status))
        && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertEquals(status, send("GET", path, Form.EMPTY).path("assignment_status").asText());
  }

  private void awaitWorkers(String... names) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (server.received().size() < names.length && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertEquals(List.of(names), server.received().stream().map(this::worker).toList());
  }

  private String worker(Received request) {
    return workers.get(request.form().first("WorkerSid").orElse(""));
  }

  private JsonNode create(String path, String... fields) throws Exception {
    return send("POST", path, Form.of(fields));
  }

  private JsonNode send(String method, String path, Form form) throws Exception {
    return read(api.send(method, "taskrouter", path, form));
  }
}
