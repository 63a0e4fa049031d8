package org.muletwilio.testkit.http;

import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.entity.HttpEntity;
import org.mule.runtime.http.api.domain.entity.InputStreamHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;
import org.mule.runtime.http.api.server.RequestHandler;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Gives handlers other bodies than those that arrived. */
final class RequestBodies {

  /** The header by which a request asks for a {@link HostileBody} of its kind. */
  private static final String HOSTILE = "X-Hostile-Body";
  private static final int BEGINNING = 3;
  private static final int PIECE = 16;

  private final boolean streaming;

  /** @param streaming whether all bodies come in small pieces */
  RequestBodies(boolean streaming) {
    this.streaming = streaming;
  }

  RequestHandler wrap(RequestHandler handler) {
    return (context, response) -> handler.handleRequest(with(HttpRequestContext.class, context, "getRequest",
                                                             requestOf(context.getRequest())), response);
  }

  private HttpRequest requestOf(HttpRequest request) {
    String hostile = request.getHeaderValue(HOSTILE);
    if (hostile == null && !streaming) {
      return request;
    }
    HttpEntity entity = request.getEntity();
    return entity instanceof EmptyHttpEntity ? request : with(HttpRequest.class, request, "getEntity",
        new InputStreamHttpEntity(hostile == null ? new Pieces(entity.getContent())
            : new HostileBody(HostileBody.Kind.valueOf(hostile), new byte[BEGINNING])));
  }

  /** @return the same, with another result of a method */
  private static <T> T with(Class<T> type, T original, String name, Object result) {
    return type.cast(Proxy.newProxyInstance(RequestBodies.class.getClassLoader(), new Class<?>[] {type},
        (proxy, method, arguments) -> {
          try {
            return method.getName().equals(name) ? result : method.invoke(original, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }));
  }

  /** A stream that gives little at a time and doesn't say how much it has. */
  private static final class Pieces extends FilterInputStream {

    Pieces(InputStream all) {
      super(all);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return super.read(into, from, Math.min(length, PIECE));
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
