package org.muletwilio.testkit.project;

import org.muletwilio.internal.callback.address.PublicAddress;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

/**
 * The local port that each public URL of an application leads to, read from its {@code http-callback-config} elements and the
 * {@code http:listener-config} that they name. It stands for the tunnel or proxy that Twilio's callbacks would pass.
 */
public final class CallbackRoutes {

  private static final String TWILIO = "http://www.mulesoft.org/schema/mule/twilio";
  private static final String HTTP = "http://www.mulesoft.org/schema/mule/http";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

  private final Function<String, Optional<String>> properties;

  /**
   * @param properties the application's
   */
  public CallbackRoutes(Function<String, Optional<String>> properties) {
    this.properties = properties;
  }

  /**
   * @return local addresses by public ones
   */
  public Map<String, String> in(List<Path> configs) {
    Map<String, String> routes = new LinkedHashMap<>();
    for (Path config : configs) {
      for (Element element : XmlFiles.elements(config, TWILIO, "http-callback-config")) {
        Optional<String> shared = attribute(element, "listenerConfig").flatMap(name -> listenerPort(configs, name));
        int localPort = port(shared.or(() -> attribute(element, "localPort")).or(() -> properties.apply("http.port")))
            .orElse(8081);
        Optional<Integer> remotePort = port(attribute(element, "remotePort"));
        attribute(element, "domain").map(domain -> PublicAddress.of(Optional.of(domain), localPort, false, remotePort, "/"))
            .ifPresent(address -> routes.put(address.toString(), "http://127.0.0.1:" + localPort));
      }
    }
    return routes;
  }

  private Optional<String> listenerPort(List<Path> configs, String name) {
    return configs.stream().flatMap(config -> XmlFiles.elements(config, HTTP, "listener-config").stream())
        .filter(listener -> listener.getAttribute("name").equals(name))
        .flatMap(listener -> XmlFiles.within(listener, HTTP, "listener-connection").stream())
        .findFirst().flatMap(connection -> attribute(connection, "port"));
  }

  private Optional<String> attribute(Element element, String name) {
    return Optional.of(element.getAttribute(name)).filter(value -> !value.isEmpty()).map(this::resolved);
  }

  private static Optional<Integer> port(Optional<String> text) {
    return text.map(Integer::valueOf);
  }

  private String resolved(String value) {
    Matcher placeholder = PLACEHOLDER.matcher(value);
    return placeholder.replaceAll(found -> Matcher.quoteReplacement(properties.apply(found.group(1)).orElse(found.group())));
  }
}
