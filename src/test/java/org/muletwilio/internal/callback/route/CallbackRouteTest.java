package org.muletwilio.internal.callback.route;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyMap;
import static java.util.Collections.singletonList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.internal.callback.trust.RouteSecret;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

class CallbackRouteTest {

  private static final RouteSecret SECRET = new RouteSecret("12345");
  private static final List<String> NAMES = asList("sms-status", "Ünïcode flow/1", "a b", "a+b", "a%20b", "%2F", "..", ".",
      "a/b/c", "~", "~41", "a~4", "?x=1", "#x", "&", "=", "日本語", "😀 flow", "\"<>|^`{}", "A_b-9", "a.b", "\\", "'", "flow\tname");

  @Test
  void everyNameComesBack() {
    for (String config : NAMES) {
      for (String flow : NAMES) {
        for (CallbackKind kind : CallbackKind.values()) {
          Map<String, String> context = new LinkedHashMap<>();
          context.put(flow, config);
          context.put("empty", "");
          CallbackRoute route = new CallbackRoute(config, kind, flow, Optional.of(flow + "&1"), context);
          URI uri = URI.create("http://h" + route.pathAndQuery(SECRET));
          assertEquals(uri.toASCIIString(), uri.normalize().toString(), "stays as it is where paths are normalised");
          CallbackRoute parsed = parse(config, uri, SECRET).orElseThrow();
          assertEquals(flow, parsed.getFlow());
          assertEquals(kind, parsed.getKind());
          assertEquals(Optional.of(flow + "&1"), parsed.getCorrelationId());
          assertEquals(context, parsed.getContext());
        }
      }
    }
  }

  /** A flow's source and a reference to the flow are two routes, whatever they are called. */
  @Test
  void aRouteToASourceComesBackAsThat() {
    for (String flow : NAMES) {
      for (CallbackKind kind : CallbackKind.values()) {
        CallbackRoute route = CallbackRoute.toSource("Twilio", kind, flow);
        CallbackRoute parsed = parse("Twilio", URI.create("http://h" + route.pathAndQuery(SECRET)), SECRET).orElseThrow();
        assertTrue(parsed.isToSource());
        assertEquals(flow, parsed.getFlow());
        assertEquals(kind, parsed.getKind());
        assertEquals(route.getName(), parsed.getName());
        CallbackRoute toFlow = new CallbackRoute("Twilio", kind, flow, Optional.empty(), emptyMap());
        assertFalse(parse("Twilio", URI.create("http://h" + toFlow.pathAndQuery(SECRET)), SECRET).orElseThrow().isToSource());
        assertNotEquals(route.getName(), toFlow.getName());
      }
    }
  }

  @Test
  void randomNamesComeBack() {
    Random random = new Random(11);
    for (int round = 0; round < 2000; round++) {
      String name = random.ints(1 + random.nextInt(30), 1, 0xD800).collect(StringBuilder::new, StringBuilder::appendCodePoint,
          StringBuilder::append).toString();
      URI uri = URI.create("http://h" + route(name).pathAndQuery(SECRET));
      assertEquals(name, parse("Twilio", uri, SECRET).orElseThrow().getFlow());
    }
  }

  @Test
  void theTokenHoldsForItsConfigKindFlowAndSecretAlone() {
    String path = URI.create("http://h" + route("sms-status").pathAndQuery(SECRET)).getRawPath();
    assertTrue(parse("Twilio", path).isPresent());
    assertFalse(parse("Other", path).isPresent());
    assertFalse(parse("Other", path.replace("/Twilio/", "/Other/")).isPresent());
    assertFalse(parse("Twilio", path.replace("sms-status", "sms-statut")).isPresent());
    assertFalse(new RoutePaths("Twilio", singletonList(new RouteSecret("other"))).find(path).isPresent());
    assertFalse(new RoutePaths("Twilio", asList()).find(path).isPresent());
    assertTrue(new RoutePaths("Twilio", asList(new RouteSecret("new"), SECRET)).find(path).isPresent());
  }

  @Test
  void noOtherPathLeadsAnywhere() {
    String path = URI.create("http://h" + route("sms-status").pathAndQuery(SECRET)).getRawPath();
    for (int end = 0; end < path.length(); end++) {
      assertFalse(parse("Twilio", path.substring(0, end)).isPresent(), path.substring(0, end));
    }
    for (String other : asList("", "/", "//", "///", "////", path + "/", path + "x", path + "=", path.toLowerCase(), "/" + path,
        path.replace("message-status", "message-statu"), path.replace("message-status", ""),
        path.replace("sms-status", "sms~2Dstatus"),
        path.replace("sms-status", "sms%2Dstatus"), path.replace("/sms", "//sms"), path.replace("sms-status", ""))) {
      assertFalse(parse("Twilio", other).isPresent(), other);
    }
  }

  /** Each character of the context and its token counts, and so do the path and the secret that they belong to. */
  @Test
  void theContextHoldsForItsPathAlone() {
    String address = route("sms-status").pathAndQuery(SECRET);
    String path = address.substring(0, address.indexOf('?'));
    String value = address.substring(address.indexOf('=') + 1);
    assertTrue(parse(path, List.of(value)).isPresent());
    for (String other : asList("other", "sms-statu")) {
      String query = route(other).pathAndQuery(SECRET);
      assertFalse(parse(path, List.of(query.substring(query.indexOf('=') + 1))).isPresent(), other);
    }
    String otherSecret = route("sms-status").pathAndQuery(new RouteSecret("other"));
    assertFalse(parse(path, List.of(otherSecret.substring(otherSecret.indexOf('=') + 1))).isPresent());
    assertFalse(parse(path, List.of()).isPresent(), "no context");
    assertFalse(parse(path, List.of(value, value)).isPresent(), "two contexts");
    for (int i = 0; i <= value.length(); i++) {
      assertFalse(parse(path, List.of(value.substring(0, i) + "x" + value.substring(i))).isPresent());
      if (i < value.length()) {
        assertFalse(parse(path, List.of(value.substring(0, i) + value.substring(i + 1))).isPresent());
      }
    }
  }

  private static Optional<CallbackRoute> parse(String path, List<String> contexts) {
    MultiMap<String, String> query = new MultiMap<>();
    query.put("context", contexts);
    return read(new RoutePaths("Twilio", singletonList(SECRET)), path, query);
  }

  @Test
  void aPathWithItsQueryIsRead() {
    RoutePaths paths = new RoutePaths("Twilio", singletonList(SECRET));
    String address = route("sms-status").pathAndQuery(SECRET);
    assertEquals("sms-status", CallbackRoute.parse(paths, address).orElseThrow().getFlow());
    assertFalse(CallbackRoute.parse(paths, address.substring(0, address.indexOf('?'))).isPresent());
    assertFalse(CallbackRoute.parse(paths, address.substring(0, address.indexOf('?') + 1)).isPresent());
    assertFalse(CallbackRoute.parse(paths, address + "%").isPresent());
    assertFalse(CallbackRoute.parse(paths, "?" + address).isPresent());
  }

  @Test
  void tokensDiffer() {
    Set<String> paths = new HashSet<>();
    for (String name : NAMES) {
      String path = URI.create("http://h" + route(name).pathAndQuery(SECRET)).getRawPath();
      assertTrue(paths.add(path.substring(path.lastIndexOf('/'))), name);
      assertNotEquals(path, URI.create("http://h" + route(name).pathAndQuery(new RouteSecret("other"))).getRawPath());
      assertEquals(path, URI.create("http://h" + route(name).pathAndQuery(new RouteSecret("12345"))).getRawPath());
    }
  }

  private static CallbackRoute route(String flow) {
    return new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, flow, Optional.empty(), emptyMap());
  }

  private static Optional<RoutePath> parse(String config, String path) {
    return new RoutePaths(config, singletonList(SECRET)).find(path);
  }

  private static Optional<CallbackRoute> parse(String config, URI uri, RouteSecret secret) {
    MultiMap<String, String> query = FormFields.decode(uri.getRawQuery() == null ? "" : uri.getRawQuery()).orElseThrow();
    return read(new RoutePaths(config, singletonList(secret)), uri.getRawPath(), query);
  }

  private static Optional<CallbackRoute> read(RoutePaths paths, String path, MultiMap<String, String> query) {
    return paths.find(path).flatMap(found -> CallbackRoute.of(paths.getConfig(), found, query));
  }
}
