package org.muletwilio.testkit.project;

import org.muletwilio.internal.callback.address.PublicAddress;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.w3c.dom.Element;

/**
 * The local port that each public URL of an application leads to, read from its {@code http-callback-config} elements and the
 * {@code http:listener-config} that they name. It stands for the tunnel or proxy that Twilio's callbacks would pass.
 */
public final class CallbackRoutes {

  private static final String TWILIO = "http://www.mulesoft.org/schema/mule/twilio";

  private final Function<String, Optional<String>> properties;
  private final ResolvedAttributes attributes;
  private final HttpListeners listeners;

  /**
   * @param properties the application's
   */
  public CallbackRoutes(Function<String, Optional<String>> properties) {
    this.properties = properties;
    attributes = new ResolvedAttributes(properties);
    listeners = new HttpListeners(properties);
  }

  /**
   * @return local addresses by public ones
   */
  public Map<String, String> in(List<Path> configs) {
    Map<String, String> routes = new LinkedHashMap<>();
    for (Path config : configs) {
      for (Element element : XmlFiles.elements(config, TWILIO, "http-callback-config")) {
        Optional<String> shared = attributes.of(element, "listenerConfig").flatMap(name -> listeners.port(configs, name));
        int localPort = port(shared.or(() -> attributes.of(element, "localPort")).or(() -> properties.apply("http.port")))
            .orElse(8081);
        Optional<Integer> remotePort = port(attributes.of(element, "remotePort"));
        attributes.of(element, "domain").map(domain -> PublicAddress.of(Optional.of(domain), localPort, false, remotePort, "/"))
            .ifPresent(address -> routes.put(address.toString(), "http://127.0.0.1:" + localPort));
      }
    }
    return routes;
  }

  private static Optional<Integer> port(Optional<String> text) {
    return text.map(Integer::valueOf);
  }
}
