package org.muletwilio.internal.request;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.CallbackReference;
import org.muletwilio.internal.connection.http.HttpAnswer;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.request.catalogue.ApiOperation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Remembers that a flow awaits the last status of a message or call that a request has made, as the operations for them do. */
final class AwaitedStatuses {

  private static final String API = "api.v2010";
  private static final String PARAMETER = "StatusCallback";

  private final String sidField;
  private final CallbackKind kind;
  private final String flow;
  private final String url;

  private AwaitedStatuses(String sidField, CallbackKind kind, String flow, String url) {
    this.sidField = sidField;
    this.kind = kind;
    this.flow = flow;
    this.url = url;
  }

  /**
   * @param operation what is requested
   * @param parameters what the flow gives; one may be a URL of the connector's own
   * @param callbacks flows for parameters that take a URL
   * @return what is awaited, or empty where the request makes neither a message nor a call, or names nobody to be told
   */
  static Optional<AwaitedStatuses> of(ApiOperation operation, Map<String, ?> parameters, List<CallbackReference> callbacks) {
    if (!operation.getApi().equals(API)) {
      return Optional.empty();
    }
    switch (operation.getName()) {
      case "Messages.create":
        return of("sid", CallbackKind.MESSAGE_STATUS, parameters, callbacks);
      case "Calls.create":
        return of("sid", CallbackKind.CALL_STATUS, parameters, callbacks);
      case "Conferences.Participants.create":
        return of("call_sid", CallbackKind.CALL_STATUS, parameters, callbacks);
      default:
        return Optional.empty();
    }
  }

  private static Optional<AwaitedStatuses> of(String sidField, CallbackKind kind, Map<String, ?> parameters,
                                              List<CallbackReference> callbacks) {
    Optional<CallbackReference> reference = callbacks.stream().filter(each -> PARAMETER.equals(each.getParameter())).findFirst();
    if (reference.isPresent()) {
      CallbackKind told = reference.get().getKind();
      return told == null || told == kind ? Optional.of(new AwaitedStatuses(sidField, kind, reference.get().getFlow(), null))
          : Optional.empty();
    }
    return Optional.ofNullable(parameters == null ? null : parameters.get(PARAMETER))
        .map(value -> new AwaitedStatuses(sidField, kind, null, value.toString()));
  }

  /**
   * @param answer Twilio's, with what was made
   * @return ends when that is stored, or after a bounded wait; always well
   */
  CompletableFuture<Void> await(HttpAnswer answer, CallbackUrls urls, ObjectMapper json) {
    try {
      JsonNode made = json.readTree(answer.getBody());
      return urls.awaitStatus(kind, flow, url, made.path("account_sid").asText(null), made.path(sidField).asText(null));
    } catch (IOException e) {
      // Twilio has answered with a success, and without JSON nothing tells what was made
      return CompletableFuture.completedFuture(null);
    }
  }
}
