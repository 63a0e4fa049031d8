package org.muletwilio.internal.callback.listener;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import org.mule.runtime.http.api.HttpConstants.Protocol;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.RequestHandlerManager;

import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.lifecycle.StopSteps;

import java.util.List;

/** A server that callbacks come to. */
final class Listener {

  private static final List<String> METHODS = unmodifiableList(asList("POST", "GET"));

  private final HttpServer server;
  private final ListenerSettings settings;

  Listener(HttpServer server, ListenerSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  ListenerSettings getSettings() {
    return settings;
  }

  int getPort() {
    return server.getServerAddress().getPort();
  }

  boolean isTls() {
    return server.getProtocol() == Protocol.HTTPS;
  }

  RequestHandlerManager serve(String path, RequestHandler handler) {
    try (StartedParts parts = new StartedParts()) {
      RequestHandlerManager manager = parts.add(server.addRequestHandler(METHODS, path, handler), RequestHandlerManager::dispose);
      manager.start();
      return parts.ownedBy(manager);
    }
  }

  /** Closes the server; not for that of a listener config, which belongs to the HTTP connector. */
  void close() {
    StopSteps.takeAll(server::stop, server::dispose);
  }
}
