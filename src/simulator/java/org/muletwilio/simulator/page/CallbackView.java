package org.muletwilio.simulator.page;

import org.muletwilio.simulator.api.JsonReader;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.http.HttpAnswer;
import org.muletwilio.simulator.resource.Journal.Numbered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Callbacks as the page shows them: without signature and without the password of an address. */
final class CallbackView {

  /** So many callbacks of one resource are shown in its group. */
  private static final int MOST_IN_GROUP = 50;

  /** Each type of an event begins so. */
  private static final String PREFIX = "com.twilio.";

  private CallbackView() {}

  static Map<String, Object> summary(Numbered<CallbackAttempt> one) {
    CallbackAttempt attempt = one.entry();
    Callback callback = attempt.callback();
    return WebState.map("number", one.number(), "at", attempt.at().toString(), "kind", callback.kind().text(), "status",
                        status(callback), "sid", attempt.resourceSid(), "method", callback.method(), "url", callback.address(),
                        "attempt", attempt.number(), "forged", attempt.forged(), "answer", attempt.status(),
                        "failure", attempt.failure().orElse(null));
  }

  static Map<String, Object> all(Numbered<CallbackAttempt> one) {
    CallbackAttempt attempt = one.entry();
    Map<String, Object> all = summary(one);
    all.put("idempotencyToken", attempt.idempotencyToken());
    all.put("fields", attempt.callback().fields().fields().stream().map(field -> List.of(field.name(), field.value())).toList());
    all.put("json", attempt.callback().json().orElse(null));
    all.put("answerHeaders", attempt.answer().map(answer -> new TreeMap<>(answer.headers())).orElseGet(TreeMap::new));
    all.put("answerBody", attempt.answer().map(HttpAnswer::body).orElse(""));
    return all;
  }

  /** What a callback reports: a status, or the type of an event, of a batch that of the first and how many more there are. */
  private static String status(Callback callback) {
    List<Object> types = new ArrayList<>();
    callback.json().map(json -> JsonReader.objectOrEmpty("{\"events\":" + json + "}").get("events")).ifPresent(events -> {
      for (Object event : events instanceof List<?> batch ? batch : List.of(events)) {
        types.add(event instanceof Map<?, ?> fields && fields.get("type") != null ? fields.get("type") : "");
      }
    });
    if (types.isEmpty()) {
      return callback.status();
    }
    String first = types.get(0).toString();
    return (first.startsWith(PREFIX) ? first.substring(PREFIX.length()) : first)
        + (types.size() > 1 ? " +" + (types.size() - 1) : "");
  }

  static Map<String, Object> dropped(Numbered<Callback> one) {
    Callback callback = one.entry();
    return WebState.map("number", one.number(), "kind", callback.kind().text(), "status", callback.status(),
                        "sid", callback.resourceSid(), "url", callback.address());
  }

  /** Callbacks by the resource that they are about; the resource with the newest one first, its callbacks in their order. */
  static List<Map<String, Object>> groups(List<Numbered<CallbackAttempt>> newestFirst) {
    Map<String, List<Numbered<CallbackAttempt>>> bySid = new LinkedHashMap<>();
    newestFirst.forEach(one -> bySid.computeIfAbsent(one.entry().resourceSid(), sid -> new ArrayList<>()).add(one));
    List<Map<String, Object>> groups = new ArrayList<>();
    bySid.forEach((sid, all) -> {
      List<Map<String, Object>> shown = new ArrayList<>();
      for (int i = Math.min(all.size(), MOST_IN_GROUP) - 1; i >= 0; i--) {
        shown.add(summary(all.get(i)));
      }
      groups.add(WebState.map("sid", sid, "at", all.get(0).entry().at().toString(), "count", all.size(), "callbacks", shown));
    });
    return groups;
  }

  /** Whether a text is somewhere in a callback. */
  static boolean contains(CallbackAttempt attempt, String lowerCase) {
    Callback callback = attempt.callback();
    return ListPaths.contains(lowerCase, callback.kind().text(), attempt.resourceSid(), callback.address(),
                              callback.json().orElse(""), String.valueOf(attempt.status()), attempt.failure().orElse(""))
        || callback.fields().fields().stream().anyMatch(field -> ListPaths.contains(lowerCase, field.value()));
  }
}
