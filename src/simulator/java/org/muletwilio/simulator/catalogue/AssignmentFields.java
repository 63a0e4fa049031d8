package org.muletwilio.simulator.catalogue;

import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.JsonReader;
import org.muletwilio.simulator.resource.Form;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an assignment callback tells. Twilio: Assigning Tasks to Workers: Handling Assignment Callbacks. */
final class AssignmentFields {

  private AssignmentFields() {}

  static Form of(Map<String, Object> task, Map<String, Object> workflow, Map<String, Object> worker, String reservation,
                 Instant now) {
    long age = Duration.between(Instant.parse(text(task, "date_created")), now).toSeconds();
    return Form.of("Timestamp", String.valueOf(now.getEpochSecond()), "AccountSid", text(task, "account_sid"))
        .plus(Form.of("WorkspaceSid", text(task, "workspace_sid"), "WorkflowSid", text(workflow, "sid")))
        .plus(Form.of("TaskQueueSid", text(task, "task_queue_sid"), "WorkerSid", text(worker, "sid")))
        .with("WorkerAttributes", attributes(worker))
        .plus(Form.of("TaskSid", text(task, "sid"), "TaskAttributes", attributes(task), "TaskAge", String.valueOf(Math.max(0,
            age))))
        .plus(Form.of("TaskPriority", text(task, "priority"), "ReservationSid", reservation));
  }

  /** The queue of what matches no filter. */
  static Optional<Object> queue(Map<String, Object> workflow) {
    try {
      Object found = JsonReader.object(text(workflow, "configuration"));
      for (String name : List.of("task_routing", "default_filter", "queue")) {
        found = found instanceof Map ? ((Map<?, ?>) found).get(name) : null;
      }
      return Optional.ofNullable(found);
    } catch (ApiError e) {
      return Optional.empty();
    }
  }

  static String text(Map<String, Object> resource, String name) {
    return resource.get(name) == null ? "" : String.valueOf(resource.get(name));
  }

  private static String attributes(Map<String, Object> resource) {
    return text(resource, "attributes").isEmpty() ? "{}" : text(resource, "attributes");
  }
}
