package org.muletwilio.simulator.page;

import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.callback.Faults;
import org.muletwilio.simulator.callback.Journals;
import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.http.CallbackUrl;
import org.muletwilio.simulator.http.HttpAnswer;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.Stores;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What the page shows. It holds no secret: no auth token, no signature, no password in a URL. */
public final class WebState {

  /** The most entries of each kind that are shown, the newest first. */
  private static final int MOST = 100;

  private final SimulatorCore simulator;
  private final Stores stores;
  private final Journals journals;

  public WebState(SimulatorCore simulator) {
    this.simulator = simulator;
    stores = simulator.stores();
    journals = simulator.journals();
  }

  Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("baseUri", simulator.baseUri());
    all.put("accountSid", simulator.accounts().firstSid());
    List<Resource> messages = stores.messages().all();
    List<Resource> calls = stores.calls().all();
    all.put("counts", map("messages", messages.size(), "calls", calls.size(), "callbacks", journals.callbacks().size(),
                          "dropped", journals.dropped().size(), "requests", journals.requests().size()));
    all.put("messages", newest(messages, WebState::message));
    all.put("calls", newest(calls, this::call));
    all.put("callbacks", journals.callbacks().latest(MOST).stream().map(one -> summary(one.number(), one.entry())).toList());
    all.put("dropped", journals.dropped().latest(MOST).stream().map(one -> dropped(one.number(), one.entry())).toList());
    all.put("requests", journals.requests().latest(MOST).stream().map(one -> request(one.number(), one.entry())).toList());
    all.put("numbers", newest(stores.numbers().all(), this::number));
    all.put("faults", faults(simulator.faults().settings()));
    all.put("apiFaults", map("delay", millis(simulator.apiFaults().delay()), "planned", simulator.apiFaults().planned().stream()
        .limit(MOST).map(planned -> planned.fault().text() + (planned.createsOnly() ? "" : " (any request)")).toList()));
    return all;
  }

  /** All about one callback, if it is known. */
  Optional<Map<String, Object>> callback(long number) {
    return journals.callbacks().find(number).map(attempt -> {
      Map<String, Object> all = summary(number, attempt);
      all.put("idempotencyToken", attempt.idempotencyToken());
      all.put("fields", pairs(attempt.callback().fields()));
      all.put("answerHeaders", attempt.answer().map(answer -> new TreeMap<>(answer.headers())).orElseGet(TreeMap::new));
      all.put("answerBody", attempt.answer().map(HttpAnswer::body).orElse(""));
      return all;
    });
  }

  private static Map<String, Object> summary(long number, CallbackAttempt attempt) {
    Callback callback = attempt.callback();
    return map("number", number, "at", attempt.at().toString(), "kind", callback.kind().text(), "status", callback.status(),
               "sid", attempt.resourceSid(), "method", callback.method(), "url", callback.address(), "attempt", attempt.number(),
               "forged", attempt.forged(), "answer", attempt.status(), "failure", attempt.failure().orElse(null));
  }

  private static Map<String, Object> dropped(long number, Callback callback) {
    return map("number", number, "kind", callback.kind().text(), "status", callback.status(), "sid", callback.resourceSid(),
               "url", callback.address());
  }

  private static Map<String, Object> request(long number, ApiExchange exchange) {
    return map("number", number, "at", exchange.request().at().toString(), "method", exchange.method(), "path", exchange.path(),
               "answer", exchange.status());
  }

  private static Map<String, Object> message(Resource message) {
    return map("sid", message.sid(), "at", message.text("date_created"), "direction", message.text("direction"),
               "from", message.text("from"), "to", message.text("to"), "body", message.text("body"), "status", message.status(),
               "media", message.text("num_media"), "error", message.text("error_code"));
  }

  private Map<String, Object> call(Resource call) {
    return map("sid", call.sid(), "at", call.text("date_created"), "direction", call.text("direction"), "from", call.text("from"),
               "to", call.text("to"), "status", call.status(), "duration", call.text("duration"),
               "heard", simulator.board().heardIn(call.sid()), "over", !call.text("end_time").isEmpty());
  }

  private Map<String, Object> number(Resource number) {
    return map("sid", number.sid(), "phoneNumber", number.text("phone_number"),
               "smsUrl", address(number, "sms_url", "sms_application_sid"),
               "voiceUrl", address(number, "voice_url", "voice_application_sid"));
  }

  private static String address(Resource number, String url, String application) {
    return Optional.of(number.text(application)).filter(text -> !text.isEmpty())
        .or(() -> CallbackTarget.of(number, url, "").map(target -> CallbackUrl.parse(target.url()).signed(false))).orElse("");
  }

  private static Map<String, Object> faults(Faults.Settings faults) {
    return map("repeat", faults.repeat(), "reorder", faults.reorder(), "delay", faults.delay(), "drop", faults.drop(),
               "forge", faults.forge(), "delayBy", millis(faults.delayBy()));
  }

  private static long millis(Duration duration) {
    return duration.toMillis();
  }

  private static List<List<String>> pairs(Form form) {
    return form.fields().stream().map(field -> List.of(field.name(), field.value())).toList();
  }

  private static List<Map<String, Object>> newest(List<Resource> resources, Function<Resource, Map<String, Object>> shown) {
    List<Resource> newest = new ArrayList<>(resources.subList(Math.max(0, resources.size() - MOST), resources.size()));
    Collections.reverse(newest);
    return newest.stream().map(shown).toList();
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
