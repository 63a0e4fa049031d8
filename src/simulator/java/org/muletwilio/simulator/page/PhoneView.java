package org.muletwilio.simulator.page;

import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.storage.StoredFile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages and calls as the phones of others show them. */
final class PhoneView {

  private static final int MOST = 200;

  private record Dated(Instant created, Resource resource) {
  }

  private final SimulatorCore simulator;
  private final WebState state;

  PhoneView(SimulatorCore simulator, WebState state) {
    this.simulator = simulator;
    this.state = state;
  }

  /** Who exchanged messages or calls with a number of the account, the latest first. */
  List<Map<String, Object>> conversations(String own) {
    Map<String, Map<String, Object>> byOther = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    newestFirst(own).forEach(one -> other(one, own).ifPresent(other -> {
      counts.merge(other, 1, Integer::sum);
      byOther.computeIfAbsent(other, number -> WebState.map("other", number, "at", one.text("date_created"), "text",
                                                            one.sid().startsWith("CA") ? "Call " + one.status()
                                                            : one.text("body")));
    }));
    byOther.forEach((other, shown) -> shown.put("count", counts.get(other)));
    return byOther.values().stream().limit(MOST).toList();
  }

  /** What passed between two numbers, the oldest first. */
  Map<String, Object> conversation(String own, String other) {
    List<Resource> found = new ArrayList<>(newestFirst(own).filter(one -> other(one, own).equals(Optional.of(other)))
        .limit(MOST).toList());
    Collections.reverse(found);
    return WebState.map("items", found.stream().map(this::shown).toList(),
                        "optedOut", simulator.messageLifecycle().optOuts().contains(other, own));
  }

  private Map<String, Object> shown(Resource one) {
    if (!one.sid().startsWith("CA")) {
      Map<String, Object> message = WebState.message(one);
      message.put("mediaFiles", simulator.messageLifecycle().mediaOf(one.sid()).stream().map(url -> medium(one.sid(), url))
          .toList());
      return message;
    }
    Map<String, Object> call = state.call(one);
    call.put("live", simulator.board().session(one.sid()).isPresent());
    call.put("ringing", simulator.board().session(one.sid()).filter(session -> !session.isAnswered()).isPresent());
    return call;
  }

  /** Where a medium is, and where the page shows it if the simulator has it. */
  private Map<String, Object> medium(String sid, String url) {
    String file = sid + "/" + url.substring(url.lastIndexOf('/') + 1);
    Optional<StoredFile> stored = simulator.files().find(file);
    return WebState.map("url", url, "file", stored.map(found -> WebPage.PATH + "files/" + file).orElse(null),
                        "type", stored.map(StoredFile::contentType).orElse(null));
  }

  private Stream<Resource> newestFirst(String own) {
    List<Resource> all = new ArrayList<>(simulator.stores().messages().all());
    all.addAll(simulator.stores().calls().all());
    List<Dated> dated = new ArrayList<>(all.stream().filter(one -> other(one, own).isPresent())
        .map(one -> new Dated(WebState.created(one), one)).sorted(Comparator.comparing(Dated::created)).toList());
    Collections.reverse(dated);
    return dated.stream().map(Dated::resource);
  }

  /** The number on the other side, if one side is the own one. */
  private static Optional<String> other(Resource one, String own) {
    boolean inbound = one.text("direction").equals("inbound");
    boolean service = one.text("messaging_service_sid").equals(own);
    if (one.text(inbound ? "to" : "from").equals(own) || service) {
      return Optional.of(one.text(inbound ? "from" : "to"));
    }
    return Optional.empty();
  }
}
