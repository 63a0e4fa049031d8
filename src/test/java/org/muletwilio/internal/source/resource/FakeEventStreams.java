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
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sinks and subscriptions of one account, as Twilio's API answers for them. */
final class FakeEventStreams {

  /** A status and a body. */
  record Answer(int status, String body) {}

  private record Subscription(String sink, Set<String> types) {}

  private static final Pattern TYPE = Pattern.compile("\"type\":\"([^\"]+)\"");
  private static final Pattern DESTINATION = Pattern.compile("\"destination\":\"([^\"]+)\"");
  private static final Pattern SINK = Pattern.compile("SinkSid=(\\w+)");
  private static final Pattern OF_SUBSCRIPTION = Pattern.compile("/v1/Subscriptions/(\\w+)(?:/SubscribedEvents(?:/(.+))?)?");

  private final Map<String, String> sinks = new TreeMap<>();
  private final Map<String, Subscription> subscriptions = new TreeMap<>();
  private final Supplier<String> numbers;

  /** @param numbers of SIDs, by which these are sorted */
  FakeEventStreams(Supplier<String> numbers) {
    this.numbers = numbers;
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
    return path.startsWith("/v1/Sinks") ? sinks(request, path) : subscriptions(request, path);
  }

  private Answer sinks(HttpRequest request, String path) {
    switch (request.getMethod()) {
      case "GET":
        return list("sinks", sinks.entrySet().stream().map(each -> "{\"sid\":\"" + each.getKey()
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
        return list("subscriptions", subscriptions.entrySet().stream().filter(each -> each.getValue().sink.equals(sink))
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
    return path.contains("/SubscribedEvents") ? types(request, subscriptions.get(names.group(1)).types, names.group(2))
        : deleted(names.group(1));
  }

  private Answer deleted(String subscription) {
    subscriptions.remove(subscription);
    return new Answer(204, "");
  }

  private static Answer types(HttpRequest request, Set<String> types, String type) {
    switch (request.getMethod()) {
      case "GET":
        return list("types", types.stream().map(each -> "{\"type\":\"" + each + "\",\"schema_version\":1}"));
      case "POST":
        String added = first(Pattern.compile("Type=([^&]+)"), form(request));
        return types.add(added) ? new Answer(201, "{\"type\":\"" + added + "\",\"schema_version\":1}") : refusal(409, 20409);
      default:
        return types.size() > 1 && types.remove(type) ? new Answer(204, "") : refusal(404, 20404);
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
