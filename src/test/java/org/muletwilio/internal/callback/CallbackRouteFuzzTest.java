package org.muletwilio.internal.callback;

import static java.util.Collections.singletonList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the names are, a route's own path leads to it, and no other path leads anywhere. */
class CallbackRouteFuzzTest {

  private static final List<AuthToken> SECRET = singletonList(new AuthToken("12345"));

  @Property
  void itsOwnPathLeadsToIt(@ForAll("names") String config, @ForAll CallbackKind kind, @ForAll("names") String flow,
                           @ForAll("names") String correlationId, @ForAll("values") Map<String, String> context) {
    CallbackRoute route = new CallbackRoute(config, kind, flow, Optional.of(correlationId), context);
    String[] parts = (route.pathAndQuery(SECRET.get(0)) + "?").split("\\?", -1);
    CallbackRoute back = CallbackRoute.parse(config, parts[0], FormFields.decode(parts[1]).orElseThrow(), SECRET).orElseThrow();
    assertEquals(flow, back.getFlow());
    assertEquals(kind, back.getKind());
    assertEquals(Optional.of(correlationId), back.getCorrelationId());
    assertEquals(context, back.getContext());
  }

  @Property
  void noChangedPathLeadsAnywhere(@ForAll("names") String config, @ForAll CallbackKind kind, @ForAll("names") String flow,
                                  @ForAll("mutations") Mutation mutation) {
    String path = path(config, kind, flow);
    assertEquals(flow, parse(config, path).orElseThrow().getFlow());
    assertFalse(parse(config, mutation.of(path)).isPresent(), () -> mutation.of(path));
    int token = path.lastIndexOf('/') + 1;
    String changedToken = path.substring(0, token) + mutation.of(path.substring(token));
    assertFalse(parse(config, changedToken).isPresent(), changedToken);
  }

  @Property
  void noTokenServesAnotherRoute(@ForAll("names") String config, @ForAll CallbackKind kind, @ForAll("names") String flow,
                                 @ForAll("names") String otherConfig, @ForAll CallbackKind otherKind,
                                     @ForAll("names") String otherFlow) {
    String path = path(config, kind, flow);
    String other = path(otherConfig, otherKind, otherFlow);
    String mixed = other.substring(0, other.lastIndexOf('/')) + path.substring(path.lastIndexOf('/'));
    assertEquals(mixed.equals(other), parse(otherConfig, mixed).isPresent(), mixed);
    assertFalse(CallbackRoute.parse(config, path, new MultiMap<>(), singletonList(new AuthToken("1234"))).isPresent());
  }

  @Property
  void anyPathAndContextIsReadOrRefused(@ForAll("broken") String path, @ForAll("broken") String context) {
    MultiMap<String, String> query = new MultiMap<>();
    query.put("context", context);
    assertFalse(CallbackRoute.parse("Twilio", path, query, SECRET).isPresent());
    assertFalse(CallbackRoute.parse("Twilio", CallbackRoute.configPath("Twilio") + path, query, SECRET).isPresent());
    CallbackRoute.parse("Twilio", path("Twilio", CallbackKind.EVENT, "x"), query, SECRET)
        .ifPresent(route -> assertEquals("x", route.getFlow()));
  }

  private static String path(String config, CallbackKind kind, String flow) {
    return new CallbackRoute(config, kind, flow, Optional.empty(), Map.of()).pathAndQuery(SECRET.get(0));
  }

  private static Optional<CallbackRoute> parse(String config, String path) {
    return CallbackRoute.parse(config, path, new MultiMap<>(), SECRET);
  }

  /** Flows and configs have a name, and no text of a context or correlation id has a NUL. */
  @Provide
  Arbitrary<String> names() {
    return HostileTexts.any().map(each -> each.replace("\0", "")).filter(each -> !each.isEmpty());
  }

  @Provide
  Arbitrary<Map<String, String>> values() {
    return Arbitraries.maps(names(), names()).ofMaxSize(4).map(LinkedHashMap::new);
  }

  @Provide
  Arbitrary<Mutation> mutations() {
    return Mutation.any();
  }

  @Provide
  Arbitrary<String> broken() {
    return HostileTexts.broken();
  }
}
