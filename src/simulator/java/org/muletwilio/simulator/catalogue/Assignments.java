package org.muletwilio.simulator.catalogue;

import static org.muletwilio.simulator.catalogue.AssignmentFields.text;

import org.muletwilio.simulator.callback.CallbackSender;
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

  private static final String PRODUCT = "taskrouter";
  private static final long USUAL_TIMEOUT = 120;

  private final GenericStore store;
  private final AssignmentCallback callback;
  private final SimulatorThreads threads;
  /** The workers that were asked before, by the reservation that is pending. */
  private final Map<String, Set<String>> asked = new HashMap<>();

  Assignments(GenericStore store, CallbackSender sender, SimulatorThreads threads) {
    this.store = store;
    callback = new AssignmentCallback(sender);
    this.threads = threads;
  }

  static boolean isTask(Endpoint endpoint) {
    return endpoint.isOf(PRODUCT, "Tasks") && endpoint.action().equals("create");
  }

  static boolean isReservation(Endpoint endpoint) {
    return endpoint.isOf(PRODUCT, "Reservations");
  }

  /** Where the resource is: a reservation is that of its task, also where a path names its worker. */
  String placeOf(Endpoint endpoint, String place) {
    if (!isReservation(endpoint) || endpoint.lastVariable().isEmpty() || !endpoint.segments().contains("Workers")) {
      return place;
    }
    String sid = place.substring(place.lastIndexOf('/') + 1);
    return ofWorker(parent(place)).stream().filter(each -> sid.equals(each.get("sid"))).findFirst()
        .map(each -> workspaceOf(place) + "/Tasks/" + each.get("task_sid") + "/Reservations/" + sid).orElse(place);
  }

  /** The reservations of a worker, where a path names one; else what is there. */
  List<Map<String, Object>> listed(Endpoint endpoint, String place, List<Map<String, Object>> stored) {
    return isReservation(endpoint) && endpoint.segments().contains("Workers") ? ofWorker(place) : stored;
  }

  private List<Map<String, Object>> ofWorker(String reservations) {
    String worker = parent(reservations).substring(parent(parent(reservations)).length() + 1);
    return store.list(workspaceOf(reservations) + "/Tasks").stream()
        .flatMap(task -> store.list(workspaceOf(reservations) + "/Tasks/" + task.get("sid") + "/Reservations").stream())
        .filter(each -> worker.equals(each.get("worker_sid"))).toList();
  }

  private static String workspaceOf(String reservations) {
    return reservations.substring(0, reservations.indexOf("/Workers/"));
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

  private void call(String reservation, Map<String, Object> workflow, Form fields) {
    Map<String, Object> instruction =
        callback.ask(reservation.substring(reservation.lastIndexOf('/') + 1), workflow, fields);
    if ("accept".equals(instruction.get("instruction"))) {
      settle(reservation, "accepted");
    } else if ("reject".equals(instruction.get("instruction"))) {
      Object activity = instruction.get("activity_sid");
      if (activity != null) {
        set(parent(parent(parent(parent(reservation)))) + "/Workers/" + fields.first("WorkerSid").orElse(""), "activity_sid",
            activity);
      }
      settle(reservation, "rejected");
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
