package org.muletwilio.internal.callback.listener;

import static java.util.stream.Collectors.joining;
import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.component.ComponentIdentifier;
import org.mule.runtime.api.component.location.ComponentLocation;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerFactory;
import org.mule.runtime.http.api.server.ServerNotFoundException;

import java.util.Optional;
import java.util.stream.Stream;

/** The servers that the HTTP connector has opened for the application's listener configs. */
final class HttpListenerConfigs {

  private static final ComponentIdentifier LISTENER_CONFIG =
      ComponentIdentifier.builder().namespace("http").name("listener-config").build();

  private final HttpServerFactory servers;
  private final ConfigurationComponentLocator locator;

  HttpListenerConfigs(HttpServerFactory servers, ConfigurationComponentLocator locator) {
    this.servers = servers;
    this.locator = locator;
  }

  /**
   * @param name a listener config's
   * @return its server; stopping or disposing it has no effect
   * @throws MuleException if there is none, saying which there are
   */
  HttpServer serverOf(String name) throws MuleException {
    return find(name).orElseThrow(() -> new DefaultMuleException(createStaticMessage("listenerConfig is '" + name
        + "', and no HTTP listener config of that name is open. " + known(name))));
  }

  /** @return the name of the listener config that has the port */
  Optional<String> onPort(int port) {
    return names().filter(name -> find(name).filter(server -> server.getServerAddress().getPort() == port).isPresent())
        .findFirst();
  }

  private Optional<HttpServer> find(String name) {
    try {
      return Optional.of(servers.lookup(name));
    } catch (ServerNotFoundException e) {
      return Optional.empty();
    }
  }

  private String known(String name) {
    String names = names().map(each -> "'" + each + "'").collect(joining(", "));
    return names.isEmpty()
        ? "The application has none at all; the HTTP connector's is written <http:listener-config name=\"" + name
            + "\"><http:listener-connection host=\"0.0.0.0\" port=\"8081\"/></http:listener-config>"
        : "The application has " + names;
  }

  private Stream<String> names() {
    return locator.findAllLocations().stream()
        .filter(location -> location.getParts().size() == 1
            && LISTENER_CONFIG.equals(location.getComponentIdentifier().getIdentifier()))
        .map(ComponentLocation::getRootContainerName).distinct().sorted();
  }
}
