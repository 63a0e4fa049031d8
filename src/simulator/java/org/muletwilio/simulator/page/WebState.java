package org.muletwilio.simulator.page;

import org.muletwilio.simulator.callback.Faults;
import org.muletwilio.simulator.callback.Journals;
import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Journal.Numbered;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.Stores;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.script.MessageOutcome;
import org.muletwilio.simulator.script.Rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the page shows. It holds no secret: no auth token, no signature, no password in a URL. */
final class WebState {

  /** The most entries of each kind that are shown, the newest first. */
  private static final int MOST = 100;

  private final SimulatorCore simulator;
  private final Stores stores;
  private final Journals journals;
  private final AccountView account;

  WebState(SimulatorCore simulator) {
    this.simulator = simulator;
    stores = simulator.stores();
    journals = simulator.journals();
    account = new AccountView(stores);
  }

  Map<String, Object> all() {
    Map<String, Object> all = settings();
    all.put("messages", newest(stores.messages().all(), WebState::message));
    all.put("calls", newest(stores.calls().all(), this::call));
    all.put("callbacks", journals.callbacks().latest(MOST).stream().map(CallbackView::summary).toList());
    all.put("requests", journals.requests().latest(MOST).stream().map(RequestView::summary).toList());
    return all;
  }

  Map<String, Object> settings() {
    List<Resource> messages = stores.messages().all();
    Map<String, Object> all = map("baseUri", simulator.baseUri(), "accountSid", simulator.accounts().firstSid());
    all.put("counts", map("messages", messages.size(), "calls", stores.calls().all().size(),
                          "callbacks", journals.callbacks().size(), "dropped", journals.dropped().size(),
                          "requests", journals.requests().size()));
    all.put("scheduled", messages.stream().filter(message -> message.status().equals("scheduled")).count());
    all.put("dropped", journals.dropped().latest(MOST).stream().map(CallbackView::dropped).toList());
    all.put("numbers", newest(stores.numbers().all(), account::number));
    all.put("channelSenders", newest(stores.channelSenders().all(), account::sender));
    all.put("messagingServices", newest(stores.messagingServices().all(), account::messagingService));
    all.put("applications", newest(stores.applications().all(), account::application));
    all.put("sinks", newest(stores.sinks().all(), account::sink));
    all.put("senders", messages.stream().filter(message -> !message.text("direction").equals("inbound"))
        .map(message -> message.text("from")).filter(from -> !from.isEmpty()).distinct().limit(MOST).toList());
    all.put("faults", faults(simulator.faults().settings()));
    all.put("apiFaults", map("delay", simulator.apiFaults().delay().toMillis(), "planned", simulator.apiFaults()
        .planned().stream()
        .limit(MOST).map(planned -> planned.fault().text() + (planned.createsOnly() ? "" : " (any request)")).toList()));
    all.put("outcomes", map("messages", rules(simulator.script().messages(), MessageOutcome::text),
                            "calls", rules(simulator.script().calls(), CallScript::text)));
    all.put("optOuts", simulator.messageLifecycle().optOuts().all().stream()
        .map(one -> map("recipient", one.recipient(), "sender", one.sender())).toList());
    all.put("clock", map("stopped", simulator.clock().isStopped()));
    return all;
  }

  /** All about one callback, if it is known. */
  Optional<Map<String, Object>> callback(long number) {
    return journals.callbacks().find(number).map(attempt -> CallbackView.all(new Numbered<>(number, attempt)));
  }

  private static <T> List<Map<String, Object>> rules(Rules<T> rules, Function<List<T>, String> text) {
    return rules.all().stream().map(rule -> map("from", rule.parties().from(), "to", rule.parties().to(), "outcomes",
                                                text.apply(rule.outcomes()), "used", rule.used(), "next",
                                                text.apply(List.of(rule.next())))).toList();
  }

  static Map<String, Object> message(Resource message) {
    return map("sid", message.sid(), "at", created(message).toString(), "direction", message.text("direction"),
               "from", message.text("from"), "to", message.text("to"), "body", message.text("body"), "status", message.status(),
               "media", message.text("num_media"), "error", message.text("error_code"));
  }

  Map<String, Object> call(Resource call) {
    return map("sid", call.sid(), "at", created(call).toString(), "direction", call.text("direction"), "from", call.text("from"),
               "to", call.text("to"), "status", call.status(), "duration", call.text("duration"),
               "heard", simulator.board().heardIn(call.sid()), "over", !call.text("end_time").isEmpty());
  }

  /** When a resource was made. */
  static Instant created(Resource resource) {
    return Dates.parse(resource.text("date_created"));
  }

  private static Map<String, Object> faults(Faults.Settings faults) {
    return map("repeat", faults.repeat(), "reorder", faults.reorder(), "delay", faults.delay(), "drop", faults.drop(),
               "forge", faults.forge(), "delayBy", faults.delayBy().toMillis());
  }

  private static List<Map<String, Object>> newest(List<Resource> resources, Function<Resource, Map<String, Object>> shown) {
    List<Resource> newest = new ArrayList<>(resources.subList(Math.max(0, resources.size() - MOST), resources.size()));
    Collections.reverse(newest);
    return newest.stream().map(shown).toList();
  }

  static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
