package org.muletwilio.internal.callback.listener;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import org.mule.runtime.http.api.HttpConstants.Protocol;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.RequestHandlerManager;

import java.util.List;

/** A server that callbacks come to, and how many endpoints it serves. */
final class Listener {

  private static final List<String> METHODS = unmodifiableList(asList("POST", "GET"));

  private final HttpServer server;
  private final ListenerSettings settings;
  private int users;

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
    RequestHandlerManager manager = server.addRequestHandler(METHODS, path, handler);
    manager.start();
    return manager;
  }

  void enter() {
    users++;
  }

  /** @return whether nobody uses it any more */
  boolean leave() {
    return --users == 0;
  }

  /** Closes the server; that of a listener config belongs to the HTTP connector and stays open. */
  void close() {
    if (!settings.getListenerConfig().isPresent()) {
      server.stop();
      server.dispose();
    }
  }
}
