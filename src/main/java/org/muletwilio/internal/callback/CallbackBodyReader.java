package org.muletwilio.internal.callback;

import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;

import org.muletwilio.internal.callback.codec.BodyReader;
import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.route.RoutePath;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Reads the body of a callback, and refuses one that is too large, too slow, or not of the form that the flow takes. It may wait.
 */
final class CallbackBodyReader {

  private final BodyReader bodies;
  private final RefusalLog refusals;

  /**
   * @param bodies reads bodies
   * @param refusals tells of what is refused
   */
  CallbackBodyReader(BodyReader bodies, RefusalLog refusals) {
    this.bodies = bodies;
    this.refusals = refusals;
  }

  /** @return what was sent, or empty where it was refused, which has ended the exchange */
  Optional<CallbackBody> read(RoutePath path, HttpRequestContext context, Optional<String> contentType,
                              CallbackExchange exchange) {
    Supplier<String> callback = () -> Refusal.callback(CallbackRequest.remoteOf(context), path.getFlow());
    return bytesOf(callback, context.getRequest(), exchange)
        .flatMap(bytes -> bodyOf(path, context, callback, contentType, bytes, exchange));
  }

  private Optional<CallbackBody> bodyOf(RoutePath path, HttpRequestContext context, Supplier<String> callback,
                                        Optional<String> contentType, byte[] bytes, CallbackExchange exchange) {
    Optional<CallbackBody> body = CallbackBody.of(contentType, bytes);
    if (!body.isPresent()) {
      refusals.add(Refusal.MALFORMED, () -> callback.get() + " that is neither a form of at most "
          + FormFields.MOST_FIELDS + " fields nor JSON, in UTF-8");
      exchange.end(CallbackAnswer.MALFORMED);
    } else if (body.get().getJson().isPresent() && !path.getKind().takesJson()) {
      refusals.add(Refusal.NO_FORM, () -> "JSON from " + CallbackRequest.remoteOf(context) + " for flow '" + path.getFlow()
          + "', whose address was made for " + path.getKind() + ", which comes in forms. For JSON make an address with "
          + "twilio:callback-url and kind=\"EVENT\" or \"WEBHOOK\"");
      exchange.end(CallbackAnswer.NO_FORM);
      return Optional.empty();
    }
    return body;
  }

  private Optional<byte[]> bytesOf(Supplier<String> callback, HttpRequest request, CallbackExchange exchange) {
    try {
      Optional<byte[]> bytes = bodies.read(request, () -> tooSlow(callback, "its body can't be read", exchange));
      if (bytes.isPresent()) {
        exchange.bodyIsRead();
      } else {
        refusals.add(Refusal.TOO_LARGE, () -> callback.get() + " of over " + bodies.getMostBytes() + " bytes");
        exchange.end(CallbackAnswer.TOO_LARGE);
      }
      return bytes;
    } catch (SocketTimeoutException e) {
      tooSlow(callback, e.getMessage(), exchange);
    } catch (RejectedExecutionException e) {
      exchange.end(CallbackAnswer.BUSY);
    } catch (IOException | RuntimeException e) {
      if (Thread.interrupted()) {
        // the application stops
        exchange.end(CallbackAnswer.BUSY);
      } else {
        refusals.add(Refusal.MALFORMED, () -> callback.get() + " that can't be read: " + Excerpt.of(e.toString()));
        exchange.end(CallbackAnswer.MALFORMED);
      }
    }
    return Optional.empty();
  }

  private void tooSlow(Supplier<String> callback, String reason, CallbackExchange exchange) {
    refusals.add(Refusal.TOO_SLOW, () -> callback.get() + ": " + reason);
    exchange.end(CallbackAnswer.TOO_SLOW);
  }
}
