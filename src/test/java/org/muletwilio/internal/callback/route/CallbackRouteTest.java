package org.muletwilio.internal.callback.route;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyMap;
import static java.util.Collections.singletonList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
  private static final List<String> NAMES = asList("sms-status", "Ünïcode flow/1", "a b", "a+b", "a%20b", "%2F", "..", ".", "a/b/c",
      "~", "~41", "a~4", "?x=1", "#x", "&", "=", "日本語", "😀 flow", "\"<>|^`{}", "A_b-9", "a.b", "\\", "'", "flow\tname");

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
        path.replace("message-status", "message-statu"), path.replace("message-status", ""), path.replace("sms-status", "sms~2Dstatus"),
        path.replace("sms-status", "sms%2Dstatus"), path.replace("/sms", "//sms"), path.replace("sms-status", ""))) {
      assertFalse(parse("Twilio", other).isPresent(), other);
    }
  }

  @Test
  void tokensDiffer() {
    Set<String> paths = new HashSet<>();
    for (String name : NAMES) {
      String path = route(name).pathAndQuery(SECRET);
      assertTrue(paths.add(path.substring(path.lastIndexOf('/'))), name);
      assertNotEquals(path, route(name).pathAndQuery(new RouteSecret("other")));
      assertEquals(path, route(name).pathAndQuery(new RouteSecret("12345")));
    }
  }

  private static CallbackRoute route(String flow) {
    return new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, flow, Optional.empty(), emptyMap());
  }

  private static Optional<CallbackRoute> parse(String config, String path) {
    return CallbackRoute.parse(new RoutePaths(config, singletonList(SECRET)), path, new MultiMap<>());
  }

  private static Optional<CallbackRoute> parse(String config, URI uri, RouteSecret secret) {
    MultiMap<String, String> query = FormFields.decode(uri.getRawQuery() == null ? "" : uri.getRawQuery()).orElseThrow();
    return CallbackRoute.parse(new RoutePaths(config, singletonList(secret)), uri.getRawPath(), query);
  }
}
