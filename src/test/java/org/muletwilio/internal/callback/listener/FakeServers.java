package org.muletwilio.internal.callback.listener;

import org.mule.runtime.http.api.HttpConstants.Protocol;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.domain.request.ClientConnection;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerConfiguration;
import org.mule.runtime.http.api.server.HttpServerFactory;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.RequestHandlerManager;
import org.mule.runtime.http.api.server.ServerAddress;
import org.mule.runtime.http.api.server.ServerNotFoundException;

import org.muletwilio.internal.callback.Fakes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The HTTP servers of a Mule server, as far as listeners need them: what becomes of them is written down. */
public final class FakeServers implements HttpServerFactory {

  /** In the order in which it was done, such as <code>start 8081</code>. */
  public final List<String> events = new ArrayList<>();
  /** What own servers were made of. */
  public final List<HttpServerConfiguration> created = new ArrayList<>();
  /** By the ports and paths that they serve, such as <code>8081/cb/*</code>. */
  public final Map<String, RequestHandler> handlers = new HashMap<>();
  private final Map<String, HttpServer> ofListenerConfigs = new HashMap<>();
  private int failing;
  private IOException failure = new IOException();

  /** Lets so many of the next starts fail. */
  void fail(int starts, IOException reason) {
    failing = starts;
    failure = reason;
  }

  /** Opens the server of a listener config. */
  void open(String listenerConfig, int port) {
    ofListenerConfigs.put(listenerConfig, server(port, Protocol.HTTP));
  }

  @Override
  public HttpServer create(HttpServerConfiguration configuration) {
    created.add(configuration);
    return server(configuration.getPort(), configuration.getTlsContextFactory() == null ? Protocol.HTTP : Protocol.HTTPS);
  }

  @Override
  public HttpServer lookup(String name) throws ServerNotFoundException {
    HttpServer server = ofListenerConfigs.get(name);
    if (server == null) {
      throw new ServerNotFoundException(name);
    }
    return server;
  }

  /**
   * @param served the port and path that it came to
   * @return the answers so far; more may come
   */
  public List<HttpResponse> handle(String served, HttpRequest request) {
    List<HttpResponse> answers = new CopyOnWriteArrayList<>();
    ClientConnection client = Fakes.of(ClientConnection.class,
        Map.of("getRemoteHostAddress", arguments -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711)));
    handlers.get(served).handleRequest(Fakes.of(HttpRequestContext.class,
        Map.of("getRequest", arguments -> request, "getClientConnection", arguments -> client)),
        (response, status) -> answers.add(response));
    return answers;
  }

  private HttpServer server(int port, Protocol protocol) {
    ServerAddress address = Fakes.of(ServerAddress.class, Map.of("getPort", arguments -> port));
    return new FakeServer(port, address, protocol);
  }

  private final class FakeServer implements HttpServer {

    private final int port;
    private final ServerAddress address;
    private final Protocol protocol;

    private FakeServer(int port, ServerAddress address, Protocol protocol) {
      this.port = port;
      this.address = address;
      this.protocol = protocol;
    }

    @Override
    public HttpServer start() throws IOException {
      events.add("start " + port);
      if (failing > 0) {
        failing--;
        throw failure;
      }
      return this;
    }

    @Override
    public HttpServer stop() {
      events.add("stop " + port);
      return this;
    }

    @Override
    public void dispose() {
      events.add("dispose " + port);
    }

    @Override
    public ServerAddress getServerAddress() {
      return address;
    }

    @Override
    public Protocol getProtocol() {
      return protocol;
    }

    @Override
    public boolean isStopping() {
      return false;
    }

    @Override
    public boolean isStopped() {
      return false;
    }

    @Override
    public RequestHandlerManager addRequestHandler(Collection<String> methods, String path, RequestHandler handler) {
      if (handlers.putIfAbsent(port + path, handler) != null) {
        throw new IllegalStateException("somebody else serves it");
      }
      return Fakes.of(RequestHandlerManager.class, Map.of("start", arguments -> events.add("start " + methods + " " + path),
                                                          "dispose", arguments -> events.add("dispose " + path)));
    }

    @Override
    public RequestHandlerManager addRequestHandler(String path, RequestHandler handler) {
      throw new UnsupportedOperationException("the methods are given");
    }
  }
}
