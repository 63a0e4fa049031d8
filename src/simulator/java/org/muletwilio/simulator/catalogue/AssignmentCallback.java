package org.muletwilio.simulator.catalogue;

import static org.muletwilio.simulator.catalogue.AssignmentFields.text;

import org.muletwilio.simulator.api.JsonReader;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.CallbackSender;
import org.muletwilio.simulator.http.HttpAnswer;
import org.muletwilio.simulator.resource.Form;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks a workflow's address for an instruction, and its fallback where that does not answer 200 with JSON in 5 seconds. */
final class AssignmentCallback {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final CallbackSender sender;

  AssignmentCallback(CallbackSender sender) {
    this.sender = sender;
  }

  /** The instruction; empty where there is none, which leaves the reservation to the API, or to its timeout. */
  Map<String, Object> ask(String reservation, Map<String, Object> workflow, Form fields) {
    for (String name : List.of("assignment_callback_url", "fallback_assignment_callback_url")) {
      String url = text(workflow, name);
      Optional<HttpAnswer> answer = url.isEmpty() ? Optional.empty() : answerOf(reservation, url, fields);
      if (answer.isPresent()) {
        return JsonReader.objectOrEmpty(answer.get().body());
      }
    }
    return Map.of();
  }

  private Optional<HttpAnswer> answerOf(String reservation, String url, Form fields) {
    try {
      CallbackAttempt attempt = sender.ask(new Callback(Callback.Kind.EVENT, reservation, fields.first("AccountSid").orElse(""),
          "POST",
                                                        url, fields), LIMIT);
      return attempt.answer().filter(answer -> answer.status() == 200 && answer.header("Content-Type").orElse("")
          .toLowerCase(Locale.ROOT).startsWith("application/json"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
