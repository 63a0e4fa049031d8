package org.muletwilio.simulator.catalogue;

import static org.muletwilio.simulator.catalogue.AssignmentFields.text;

import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.JsonReader;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.CallbackSender;
import org.muletwilio.simulator.http.HttpAnswer;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Sids;
import org.muletwilio.simulator.thread.SimulatorThreads;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/**
 * TaskRouter's tasks: each is reserved for the available workers of its workspace, one after the other, until one accepts. The
 * workflow's assignment callback is asked for an instruction. Expressions of workflows and queues are not evaluated.
 */
final class Assignments {

  private static final String HOST = "taskrouter.twilio.com";
  private static final long USUAL_TIMEOUT = 120;

  private final GenericStore store;
  private final CallbackSender sender;
  private final SimulatorThreads threads;
  /** The workers that were asked before, by the reservation that is pending. */
  private final Map<String, Set<String>> asked = new HashMap<>();

  Assignments(GenericStore store, CallbackSender sender, SimulatorThreads threads) {
    this.store = store;
    this.sender = sender;
    this.threads = threads;
  }

  static boolean isTask(Endpoint endpoint) {
    return endpoint.host().equals(HOST) && endpoint.action().equals("create") && endpoint.collection().equals("Tasks");
  }

  static boolean isReservation(Endpoint endpoint) {
    return endpoint.host().equals(HOST) && endpoint.action().equals("update") && endpoint.collection().equals("Reservations")
        && endpoint.segments().contains("Tasks");
  }

  /** Stores a task, which is then offered to a worker. */
  Map<String, Object> create(String place, Map<String, Object> task) {
    task.put("assignment_status", "pending");
    task.put("age", 0);
    Map<String, Object> usual = Map.of("attributes", "{}", "priority", 0, "timeout", 86400);
    usual.forEach(task::putIfAbsent);
    workflow(parent(place), task).ifPresent(workflow -> {
      task.put("workflow_sid", workflow.get("sid"));
      AssignmentFields.queue(workflow).ifPresent(queue -> task.putIfAbsent("task_queue_sid", queue));
    });
    Map<String, Object> answer = new LinkedHashMap<>(store.add(place, task));
    later(() -> offer(place + "/" + task.get("sid"), Set.of()));
    return answer;
  }

  /** What was asked of a reservation by the API: accepted or rejected. */
  void update(String reservation, Form form) {
    form.filled("ReservationStatus").filter(Set.of("accepted", "rejected")::contains)
        .ifPresent(status -> settle(reservation, status));
  }

  private synchronized void offer(String taskKey, Set<String> before) {
    Optional<Map<String, Object>> task = store.find(taskKey).filter(each -> "pending".equals(each.get("assignment_status")));
    String workspace = parent(parent(taskKey));
    Optional<Map<String, Object>> workflow = task.flatMap(each -> workflow(workspace, each));
    List<Map<String, Object>> workers = store.list(workspace + "/Workers");
    Collections.reverse(workers);
    Optional<Map<String, Object>> worker = workers.stream().filter(each -> !before.contains(text(each, "sid"))
        && isAvailable(workspace, each)).findFirst();
    if (workflow.isPresent() && worker.isPresent()) {
      reserve(taskKey, task.get(), workflow.get(), worker.get(), before);
    }
  }

  private void reserve(String taskKey, Map<String, Object> task, Map<String, Object> workflow, Map<String, Object> worker,
                       Set<String> before) {
    String now = threads.clock().now().truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, Object> reservation = new LinkedHashMap<>();
    reservation.put("sid", Sids.next("WR"));
    for (String name : List.of("account_sid", "workspace_sid")) {
      reservation.put(name, task.get(name));
    }
    reservation.put("task_sid", task.get("sid"));
    reservation.put("worker_sid", worker.get("sid"));
    reservation.put("worker_name", worker.get("friendly_name"));
    reservation.put("reservation_status", "pending");
    reservation.put("date_created", now);
    reservation.put("date_updated", now);
    String key = taskKey + "/Reservations/" + store.add(taskKey + "/Reservations", reservation).get("sid");
    set(taskKey, "assignment_status", "reserved");
    Set<String> all = new HashSet<>(before);
    all.add(text(worker, "sid"));
    asked.put(key, all);
    Object timeout = workflow.get("task_reservation_timeout");
    Duration wait = Duration.ofSeconds(timeout instanceof Number ? ((Number) timeout).longValue() : USUAL_TIMEOUT);
    threads.clock().at(threads.clock().now().plus(wait), () -> settle(key, "timeout"));
    Form fields = AssignmentFields.of(task, workflow, worker, text(reservation, "sid"), threads.clock().now());
    later(() -> call(key, workflow, fields));
  }

  /** Asks the workflow's address, and where that fails its fallback. */
  private void call(String reservation, Map<String, Object> workflow, Form fields) {
    for (String name : List.of("assignment_callback_url", "fallback_assignment_callback_url")) {
      String url = text(workflow, name);
      Optional<HttpAnswer> answer = url.isEmpty() ? Optional.empty() : ask(reservation, url, fields);
      if (answer.isPresent()) {
        follow(reservation, answer.get().body());
        return;
      }
    }
  }

  private Optional<HttpAnswer> ask(String reservation, String url, Form fields) {
    try {
      CallbackAttempt attempt = sender.send(new Callback(Callback.Kind.EVENT,
          reservation.substring(reservation.lastIndexOf('/') + 1),
          fields.first("AccountSid").orElse(""), "POST", url, fields), CallbackSender.newIdempotencyToken());
      return attempt.answer().filter(HttpAnswer::successful);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Any other instruction leaves the reservation to the API, or to its timeout. */
  private void follow(String reservation, String json) {
    try {
      Object instruction = json.isBlank() ? null : JsonReader.object(json).get("instruction");
      if ("accept".equals(instruction) || "reject".equals(instruction)) {
        settle(reservation, instruction + "ed");
      }
    } catch (ApiError | IllegalArgumentException e) {
      // No instruction
    }
  }

  private synchronized void settle(String reservation, String status) {
    Set<String> before = asked.remove(reservation);
    if (before == null || store.find(reservation).isEmpty()) {
      return;
    }
    String task = parent(parent(reservation));
    set(reservation, "reservation_status", status);
    set(task, "assignment_status", status.equals("accepted") ? "assigned" : "pending");
    if (!status.equals("accepted")) {
      later(() -> offer(task, before));
    }
  }

  private void set(String key, String name, Object value) {
    if (store.find(key).isPresent()) {
      store.update(key, Map::of, Map.of(name, value));
    }
  }

  /** The task's, or the only one of its workspace. */
  private Optional<Map<String, Object>> workflow(String workspace, Map<String, Object> task) {
    if (task.get("workflow_sid") != null) {
      return store.find(workspace + "/Workflows/" + task.get("workflow_sid"));
    }
    List<Map<String, Object>> all = store.list(workspace + "/Workflows");
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  private boolean isAvailable(String workspace, Map<String, Object> worker) {
    return store.find(workspace + "/Activities/" + worker.get("activity_sid"))
        .filter(activity -> Boolean.TRUE.equals(activity.get("available"))).isPresent();
  }

  private void later(Runnable task) {
    try {
      threads.senders().execute(task);
    } catch (RejectedExecutionException e) {
      // The simulator is closing
    }
  }

  private static String parent(String place) {
    return place.substring(0, place.lastIndexOf('/'));
  }
}
