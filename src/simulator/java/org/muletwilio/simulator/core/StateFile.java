package org.muletwilio.simulator.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import org.muletwilio.simulator.api.Json;
import org.muletwilio.simulator.api.JsonReader;
import org.muletwilio.simulator.message.MessageSettings;
import org.muletwilio.simulator.message.OptOuts;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.script.MessageOutcome;
import org.muletwilio.simulator.script.Rules;
import org.muletwilio.simulator.storage.StoredFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps what there is in the accounts in a file: resources, their files, what was asked for with messages, outcomes and opt-outs.
 * Neither requests nor callbacks, nor secrets.
 */
public final class StateFile {

  private static final Set<String> FINAL_OF_CALLS = Set.of("completed", "busy", "no-answer", "failed", "canceled");

  private final SimulatorCore simulator;
  private final Path file;

  public StateFile(SimulatorCore simulator, Path file) {
    this.simulator = simulator;
    this.file = file;
  }

  /**
   * Writes the file anew, or leaves it as it was if that fails.
   *
   * @throws UncheckedIOException if it can't be written
   */
  public synchronized void save() {
    Map<String, Object> state = new LinkedHashMap<>();
    stores().forEach((name, store) -> {
      Map<String, Object> resources = new LinkedHashMap<>();
      store.entries().forEach((key, resource) -> resources.put(key, resource.properties()));
      state.put(name, resources);
    });
    Map<String, Object> settings = new LinkedHashMap<>();
    simulator.stores().messages().all().forEach(message -> {
      MessageSettings kept = simulator.messageLifecycle().settings(message.sid());
      if (!kept.isEmpty()) {
        settings.put(message.sid(), kept.properties());
      }
    });
    state.put("message-settings", settings);
    Map<String, Object> files = new LinkedHashMap<>();
    simulator.files().startingWith("").forEach((key, file) -> files
        .put(key, Map.of("contentType", file.contentType(), "content", Base64.getEncoder().encodeToString(file.bytes()))));
    state.put("files", files);
    state.put("others", simulator.generic().all());
    state.put("others-deleted", simulator.generic().deleted());
    state.put("outcomes", rules(simulator.script().messages(), MessageOutcome::text));
    state.put("calls-outcomes", rules(simulator.script().calls(), CallScript::text));
    state.put("opt-outs", simulator.messageLifecycle().optOuts().all().stream()
        .map(one -> Map.of("recipient", one.recipient(), "sender", one.sender())).toList());
    try {
      Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), Json.write(state), UTF_8);
      Files.move(written, file, REPLACE_EXISTING, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The state can't be written to " + file + ": " + e, e);
    }
  }

  private static <T> List<Map<String, Object>> rules(Rules<T> rules, Function<List<T>, String> text) {
    return rules.all().stream().map(rule -> Map.<String, Object>of("from", rule.parties().from(), "to", rule.parties().to(),
                                                                 "outcomes", text.apply(rule.left()))).toList();
  }

  /**
   * Reads the file, if it is there. What was under way then is over: calls have failed, messages stay as they are, but for those
   * that are scheduled.
   *
   * @throws IllegalArgumentException if it can't be read as a state, or its folder isn't there
   */
  public void load() {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("The state can't be kept in " + file + ": there is no folder " + folder);
    }
    if (!Files.exists(file)) {
      return;
    }
    try {
      Map<String, Object> state = JsonReader.object(Files.readString(file, UTF_8));
      stores().forEach((name, store) -> map(name, state.get(name))
          .forEach((key, properties) -> store.add(key, over(name, new Resource(map(name + "." + key, properties))))));
      map("files", state.get("files")).forEach((key, stored) -> simulator.files().put(key, file(map("files." + key, stored))));
      simulator.generic().restore(others(map("others", state.get("others"))), texts(state.get("others-deleted")));
      list("outcomes", state).forEach(rule -> simulator.script().messages()
          .set(parties(rule), MessageOutcome.parseAll(String.valueOf(rule.get("outcomes")))));
      list("calls-outcomes", state).forEach(rule -> simulator.script().calls()
          .set(parties(rule), CallScript.parseAll(String.valueOf(rule.get("outcomes")))));
      OptOuts optOuts = simulator.messageLifecycle().optOuts();
      list("opt-outs", state)
          .forEach(one -> optOuts.set(String.valueOf(one.get("recipient")), String.valueOf(one.get("sender")), true));
      map("message-settings", state.get("message-settings")).forEach((sid, kept) -> simulator.messageLifecycle()
          .restore(sid, MessageSettings.of(map("message-settings." + sid, kept))));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(file + " is not a state of the simulator: " + e.getMessage(), e);
    }
  }

  /** A resource as it is after what was under way has ended. */
  private static Resource over(String store, Resource resource) {
    return switch (store) {
      case "calls" -> FINAL_OF_CALLS.contains(resource.status()) ? resource
          : resource.with("status", "failed").with("end_time", resource.text("date_updated")).with("duration", "0");
      case "conferences" -> resource.with("status", "completed");
      case "recordings" -> resource.status().equals("completed") ? resource : resource.with("status", "absent");
      default -> resource;
    };
  }

  /** What had a behaviour has ended: codes have expired, and nobody is asked about a task. */
  private static Map<String, Map<String, Object>> others(Map<String, Object> kept) {
    Map<String, Map<String, Object>> others = new LinkedHashMap<>();
    kept.forEach((place, properties) -> {
      Map<String, Object> resource = new LinkedHashMap<>(map("others." + place, properties));
      resource.replace("assignment_status", "reserved", "pending");
      resource.replace("reservation_status", "pending", "timeout");
      if (!(place.contains("/Verifications/") && "pending".equals(resource.get("status")))) {
        others.put(place, resource);
      }
    });
    return others;
  }

  private static Set<String> texts(Object value) {
    return value instanceof List<?> entries ? entries.stream().map(String::valueOf).collect(Collectors.toSet()) : Set.of();
  }

  private static Rules.Parties parties(Map<String, Object> rule) {
    return new Rules.Parties(String.valueOf(rule.get("from")), String.valueOf(rule.get("to")));
  }

  private static StoredFile file(Map<String, Object> stored) {
    return new StoredFile(String.valueOf(stored.get("contentType")),
                          Base64.getDecoder().decode(String.valueOf(stored.get("content"))));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(String name, Object value) {
    if (value != null && !(value instanceof Map)) {
      throw new IllegalArgumentException(name + " is not an object");
    }
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  private static List<Map<String, Object>> list(String name, Map<String, Object> state) {
    Object value = state.getOrDefault(name, List.of());
    if (!(value instanceof List<?> entries)) {
      throw new IllegalArgumentException(name + " is not a list");
    }
    return entries.stream().map(entry -> map(name, entry)).toList();
  }

  private Map<String, ResourceStore> stores() {
    Map<String, ResourceStore> stores = simulator.stores().byName();
    stores.remove("participants");
    return stores;
  }
}
