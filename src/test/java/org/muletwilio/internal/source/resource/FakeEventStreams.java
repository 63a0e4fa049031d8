package org.muletwilio.internal.source.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sinks and subscriptions of one account, as Twilio's API answers for them. Its lists may be behind: they show what was there
 * some changes ago.
 */
final class FakeEventStreams {

  /** A status and a body. */
  record Answer(int status, String body) {}

  private record Subscription(String sink, Set<String> types) {}

  /** What is there at one moment. */
  private record State(Map<String, String> sinks, Map<String, Subscription> subscriptions) {}

  private static final Pattern TYPE = Pattern.compile("\"type\":\"([^\"]+)\"");
  private static final Pattern DESTINATION = Pattern.compile("\"destination\":\"([^\"]+)\"");
  private static final Pattern SINK = Pattern.compile("SinkSid=(\\w+)");
  private static final Pattern OF_SUBSCRIPTION = Pattern.compile("/v1/Subscriptions/(\\w+)(?:/SubscribedEvents(?:/(.+))?)?");

  private final Map<String, String> sinks = new TreeMap<>();
  private final Map<String, Subscription> subscriptions = new TreeMap<>();
  private final List<State> states = new ArrayList<>(List.of(new State(Map.of(), Map.of())));
  private final Supplier<String> numbers;
  private IntSupplier behind = () -> 0;

  /** @param numbers of SIDs, by which these are sorted */
  FakeEventStreams(Supplier<String> numbers) {
    this.numbers = numbers;
  }

  /** @param changes how many of the latest changes the next list does not show */
  FakeEventStreams behind(IntSupplier changes) {
    behind = changes;
    return this;
  }

  /** @return the addresses of the sinks that have a subscription, with the types of those */
  Map<String, List<Set<String>>> subscribed() {
    Map<String, List<Set<String>>> subscribed = new TreeMap<>();
    subscriptions.values().forEach(each -> subscribed.computeIfAbsent(sinks.get(each.sink), address -> new ArrayList<>())
        .add(each.types));
    return subscribed;
  }

  /** @return the addresses of the sinks */
  List<String> destinations() {
    return List.copyOf(sinks.values());
  }

  /** @return the types of each subscription, whose sink is there */
  List<Set<String>> types() {
    List<Set<String>> types = new ArrayList<>();
    subscriptions.values().forEach(each -> {
      if (!sinks.containsKey(each.sink)) {
        throw new AssertionError("a subscription without a sink");
      }
      types.add(each.types);
    });
    return types;
  }

  Answer answer(HttpRequest request) {
    String path = request.getUri().getPath();
    Answer answer = path.startsWith("/v1/Sinks") ? sinks(request, path) : subscriptions(request, path);
    if (!request.getMethod().equals("GET") && answer.status < 300) {
      Map<String, Subscription> copy = new TreeMap<>();
      subscriptions.forEach((sid, each) -> copy.put(sid, new Subscription(each.sink, new TreeSet<>(each.types))));
      states.add(new State(new TreeMap<>(sinks), copy));
    }
    return answer;
  }

  private State shown() {
    return states.get(Math.max(0, states.size() - 1 - behind.getAsInt()));
  }

  private Answer sinks(HttpRequest request, String path) {
    switch (request.getMethod()) {
      case "GET":
        return !path.equals("/v1/Sinks") ? one(path.substring("/v1/Sinks/".length()), sinks)
            : list("sinks", shown().sinks.entrySet().stream().map(each -> "{\"sid\":\"" + each.getKey()
            + "\",\"sink_configuration\":{\"destination\":\"" + each.getValue() + "\"}}"));
      case "POST":
        return made("DG", first(DESTINATION, form(request)), sinks);
      default:
        String sid = path.substring("/v1/Sinks/".length());
        if (subscriptions.values().stream().anyMatch(each -> each.sink.equals(sid))) {
          return refusal(400, 91007);
        }
        return sinks.remove(sid) == null ? refusal(404, 20404) : new Answer(204, "");
    }
  }

  private Answer subscriptions(HttpRequest request, String path) {
    if (path.equals("/v1/Subscriptions")) {
      if (request.getMethod().equals("GET")) {
        String sink = first(SINK, request.getUri().getQuery());
        return list("subscriptions", shown().subscriptions.entrySet().stream().filter(each -> each.getValue().sink.equals(sink))
            .map(each -> "{\"sid\":\"" + each.getKey() + "\",\"sink_sid\":\"" + sink + "\"}"));
      }
      String form = form(request);
      String sink = first(SINK, form);
      return sinks.containsKey(sink) ? made("DF", new Subscription(sink, all(TYPE, form)), subscriptions) : refusal(400, 20001);
    }
    Matcher names = OF_SUBSCRIPTION.matcher(path);
    if (!names.matches() || !subscriptions.containsKey(names.group(1))) {
      return refusal(404, 20404);
    }
    if (path.contains("/SubscribedEvents")) {
      return types(request, names.group(1), names.group(2));
    }
    return request.getMethod().equals("GET") ? one(names.group(1), subscriptions) : deleted(names.group(1));
  }

  private static Answer one(String sid, Map<String, ?> all) {
    return all.containsKey(sid) ? new Answer(200, "{\"sid\":\"" + sid + "\"" + (all.get(sid) instanceof Subscription one
        ? ",\"sink_sid\":\"" + one.sink + "\"" : "") + "}") : refusal(404, 20404);
  }

  private Answer deleted(String subscription) {
    subscriptions.remove(subscription);
    return new Answer(204, "");
  }

  private Answer types(HttpRequest request, String subscription, String type) {
    Set<String> types = subscriptions.get(subscription).types;
    switch (request.getMethod()) {
      case "GET":
        return list("types", shown().subscriptions.getOrDefault(subscription, subscriptions.get(subscription)).types.stream()
            .map(each -> "{\"type\":\"" + each + "\",\"schema_version\":1}"));
      case "POST":
        String added = first(Pattern.compile("Type=([^&]+)"), form(request));
        return types.add(added) ? new Answer(201, "{\"type\":\"" + added + "\",\"schema_version\":1}") : refusal(409, 20409);
      default:
        return !types.contains(type) ? refusal(404, 20404) : types.size() == 1 ? refusal(400, 20001)
            : types.remove(type) ? new Answer(204, "") : refusal(404, 20404);
    }
  }

  private <T> Answer made(String prefix, T what, Map<String, T> all) {
    String sid = prefix + numbers.get();
    all.put(sid, what);
    return new Answer(201, "{\"sid\":\"" + sid + "\"}");
  }

  private static Answer list(String name, Stream<String> entries) {
    return new Answer(200, "{\"" + name + "\":" + entries.collect(joining(",", "[", "]"))
        + ",\"meta\":{\"next_page_url\":null}}");
  }

  private static Answer refusal(int status, int code) {
    return new Answer(status, "{\"code\":" + code + ",\"message\":\"refused\",\"status\":" + status + "}");
  }

  private static String form(HttpRequest request) {
    try {
      return URLDecoder.decode(new String(request.getEntity().getContent().readAllBytes(), UTF_8), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String first(Pattern pattern, String text) {
    return all(pattern, text).iterator().next();
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    for (Matcher matcher = pattern.matcher(text); matcher.find();) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
