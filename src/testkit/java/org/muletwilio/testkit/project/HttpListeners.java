package org.muletwilio.testkit.project;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.w3c.dom.Element;

/** The HTTP listener configs of an application, and where on this machine they listen. */
public final class HttpListeners {

  private static final String HTTP = "http://www.mulesoft.org/schema/mule/http";

  private final ResolvedAttributes attributes;

  /**
   * @param properties the application's
   */
  public HttpListeners(Function<String, Optional<String>> properties) {
    attributes = new ResolvedAttributes(properties);
  }

  /**
   * @return addresses, such as {@code http://127.0.0.1:8081/api}, by the configs' names
   */
  public Map<String, String> in(List<Path> configs) {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (Path config : configs) {
      for (Element listener : XmlFiles.elements(config, HTTP, "listener-config")) {
        for (Element connection : XmlFiles.within(listener, HTTP, "listener-connection")) {
          String scheme = attributes.of(connection, "protocol").orElse("HTTP").toLowerCase(Locale.ROOT);
          String path = attributes.of(listener, "basePath").map(base -> base.startsWith("/") ? base : "/" + base).orElse("");
          attributes.of(connection, "port")
              .ifPresent(port -> addresses.put(listener.getAttribute("name"), scheme + "://127.0.0.1:" + port + path));
        }
      }
    }
    return addresses;
  }

  /** @return the port of a listener config */
  Optional<String> port(List<Path> configs, String name) {
    return configs.stream().flatMap(config -> XmlFiles.elements(config, HTTP, "listener-config").stream())
        .filter(listener -> listener.getAttribute("name").equals(name))
        .flatMap(listener -> XmlFiles.within(listener, HTTP, "listener-connection").stream())
        .findFirst().flatMap(connection -> attributes.of(connection, "port"));
  }
}
