package org.muletwilio.simulator.event;

import static java.util.stream.Collectors.joining;

import org.muletwilio.simulator.resource.Resource;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The types of events that Twilio documents. The simulator tells of messages by itself, and of all others when it is asked to.
 */
public final class EventTypes {

  /** A message changed its status to what follows. */
  public static final String MESSAGE = "com.twilio.messaging.message.";
  /** A message came in. */
  public static final String INBOUND_MESSAGE = "com.twilio.messaging.inbound-message.received";

  public static final List<String> ALL = Stream.of(
      group(MESSAGE, "queued sent delivered undelivered failed read"), Stream.of(INBOUND_MESSAGE),
      group("com.twilio.voice.status-callback.", "call.initiated call.ringing call.answered call.completed amd.detected"
          + " announcement.processed conference.updated conference.participant.updated gather.partial.captured"
          + " recording.processed stream.updated transcription.processed"),
      group("com.twilio.voice.api-request.", "call.created call.modified conference.modified conference-participant.created"
          + " conference-participant.modified conference-participant.deleted"),
      group("com.twilio.voice.twiml.", "call.requested call.redirected call.transferred dial.finished enqueue.finished"
          + " gather.finished record.finished request.failed"),
      group("com.twilio.voice.insights.", "call-summary.partial call-summary.predicted-complete call-summary.complete"
          + " call-event.gateway call-event.sdk call-metrics.gateway call-metrics.sdk conference-summary.partial"
          + " conference-summary.complete conference-participant-summary.complete"),
      group("com.twilio.taskrouter.task.", "created updated canceled completed deleted system-deleted wrapup transfer-initiated"
          + " transfer-completed transfer-failed transfer-canceled transfer-attempt-failed"),
      group("com.twilio.taskrouter.reservation.", "created accepted rejected timeout canceled rescinded completed failed wrapup"),
      group("com.twilio.taskrouter.worker.", "created deleted activity.update attributes.update capacity.update"
          + " channel.availability.update"),
      group("com.twilio.taskrouter.task-queue.", "created deleted entered moved timeout expression-updated"),
      group("com.twilio.taskrouter.workflow.", "entered rejected skipped target-matched timeout"),
      group("com.twilio.conversations.", "conversation.added conversation.removed conversation.updated"
          + " conversation-state.updated message.added message.removed message.updated participant.added participant.removed"
          + " participant.updated user.added user.updated"),
      group("com.twilio.accountsecurity.verify.", "verification.approved verification.canceled verification.expired"
          + " verification.max_attempts_reached verification.pending message.delivered message.failed message.read message.sent"
          + " message.undelivered"),
      group("com.twilio.studio.flow.", "execution.started execution.ended step.ended"),
      group("com.twilio.messaging.compliance.", "toll-free-verification.requested toll-free-verification.request-approved"
          + " toll-free-verification.rejected toll-free-verification.expired number-registration.pending"
          + " number-registration.successful number-registration.failed campaign-registration.campaign-submitted"
          + " campaign-registration.campaign-approved campaign-registration.campaign-failure"
          + " brand-registration.brand-registered brand-registration.brand-failure"),
      group("com.twilio.video.insights.", "log-analyzer.participant-summary log-analyzer.room-summary"),
      group("com.twilio.daptbt.link-shortening.", "link-clicked link-shortened"),
      Stream.of("com.twilio.error-logs.error.logged", "com.twilio.iam.ip.blocked")).flatMap(one -> one).sorted().toList();

  private EventTypes() {}

  private static Stream<String> group(String start, String ends) {
    return Arrays.stream(ends.split(" ")).map(start::concat);
  }

  /** Those that a subscription is for. */
  public static List<String> of(Resource subscription) {
    return ((List<?>) subscription.properties().get("types")).stream().map(String::valueOf).toList();
  }

  /** As the API lists them. */
  public static List<Resource> resources() {
    return ALL.stream().map(type -> {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("sid", type);
      properties.put("type", type);
      properties.put("schema_id", schema(type));
      properties.put("description", type.substring("com.twilio.".length()));
      properties.put("status", "available");
      return new Resource(properties);
    }).toList();
  }

  private static String schema(String type) {
    if (type.startsWith(MESSAGE)) {
      return "Messaging.MessageStatus";
    }
    return type.equals(INBOUND_MESSAGE) ? "Messaging.InboundMessageV1" : Arrays.stream(type.split("\\.")).skip(2)
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)).collect(joining("."));
  }
}
