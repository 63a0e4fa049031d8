package org.muletwilio.internal.callback.route;

import static java.util.Collections.singletonList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.testkit.fuzz.HostileTexts;
import org.muletwilio.testkit.fuzz.Mutation;

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

  private static final List<RouteSecret> SECRET = singletonList(new RouteSecret("12345"));

  @Property
  void itsOwnPathLeadsToIt(@ForAll("names") String config, @ForAll CallbackKind kind, @ForAll("names") String flow,
                           @ForAll("names") String correlationId, @ForAll("values") Map<String, String> context) {
    CallbackRoute route = new CallbackRoute(config, kind, flow, Optional.of(correlationId), context);
    String[] parts = (route.pathAndQuery(SECRET.get(0)) + "?").split("\\?", -1);
    MultiMap<String, String> query = FormFields.decode(parts[1]).orElseThrow();
    CallbackRoute back = read(new RoutePaths(config, SECRET), parts[0], query).orElseThrow();
    assertEquals(flow, back.getFlow());
    assertEquals(kind, back.getKind());
    assertEquals(Optional.of(correlationId), back.getCorrelationId());
    assertEquals(context, back.getContext());
  }

  @Property
  void noChangedPathLeadsAnywhere(@ForAll("names") String config, @ForAll CallbackKind kind, @ForAll("names") String flow,
                                  @ForAll("mutations") Mutation mutation) {
    String path = path(config, kind, flow);
    RoutePaths paths = new RoutePaths(config, SECRET);
    assertEquals(flow, paths.find(path).orElseThrow().getFlow());
    assertFalse(paths.find(mutation.of(path)).isPresent(), () -> mutation.of(path));
    int token = path.lastIndexOf('/') + 1;
    String changedToken = path.substring(0, token) + mutation.of(path.substring(token));
    assertFalse(paths.find(changedToken).isPresent(), changedToken);
  }

  @Property
  void noTokenServesAnotherRoute(@ForAll("names") String config, @ForAll CallbackKind kind, @ForAll("names") String flow,
                                 @ForAll("names") String otherConfig, @ForAll CallbackKind otherKind,
                                     @ForAll("names") String otherFlow) {
    String path = path(config, kind, flow);
    String other = path(otherConfig, otherKind, otherFlow);
    String mixed = other.substring(0, other.lastIndexOf('/')) + path.substring(path.lastIndexOf('/'));
    assertEquals(mixed.equals(other), parse(otherConfig, mixed).isPresent(), mixed);
    assertFalse(new RoutePaths(config, singletonList(new RouteSecret("1234"))).find(path).isPresent());
  }

  @Property
  void anyPathAndContextIsReadOrRefused(@ForAll("broken") String path, @ForAll("broken") String context) {
    MultiMap<String, String> query = new MultiMap<>();
    query.put("context", context);
    RoutePaths paths = new RoutePaths("Twilio", SECRET);
    assertFalse(read(paths, path, query).isPresent());
    assertFalse(read(paths, RoutePath.startOf("Twilio") + path, query).isPresent());
    assertFalse(read(paths, path("Twilio", CallbackKind.EVENT, "x"), query).isPresent());
  }

  @Property
  void noChangedContextIsRead(@ForAll("names") String correlationId, @ForAll("values") Map<String, String> context,
                              @ForAll("mutations") Mutation mutation) {
    String[] parts = new CallbackRoute("Twilio", CallbackKind.EVENT, "x", Optional.of(correlationId), context)
        .pathAndQuery(SECRET.get(0)).split("\\?context=");
    MultiMap<String, String> query = new MultiMap<>();
    query.put("context", mutation.of(parts[1]));
    assertFalse(read(new RoutePaths("Twilio", SECRET), parts[0], query).isPresent());
  }

  private static String path(String config, CallbackKind kind, String flow) {
    return new CallbackRoute(config, kind, flow, Optional.empty(), Map.of()).pathAndQuery(SECRET.get(0)).split("\\?")[0];
  }

  private static Optional<RoutePath> parse(String config, String path) {
    return new RoutePaths(config, SECRET).find(path);
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

  private static Optional<CallbackRoute> read(RoutePaths paths, String path, MultiMap<String, String> query) {
    return paths.find(path).flatMap(found -> CallbackRoute.of(paths.getConfig(), found, query));
  }
}
