package org.muletwilio.internal.callback;

import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.internal.callback.codec.BodyReader;
import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.route.RoutePath;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

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
  Optional<CallbackBody> read(RoutePath path, HttpRequest request, Optional<String> contentType, CallbackExchange exchange) {
    return bytesOf(path.getFlow(), request, exchange).flatMap(bytes -> bodyOf(path, contentType, bytes, exchange));
  }

  private Optional<CallbackBody> bodyOf(RoutePath path, Optional<String> contentType, byte[] bytes, CallbackExchange exchange) {
    Optional<CallbackBody> body = CallbackBody.of(contentType, bytes);
    if (!body.isPresent()) {
      refusals.add(Refusal.MALFORMED, () -> "a callback for flow '" + path.getFlow() + "' that is neither a form of at most "
          + FormFields.MOST_FIELDS + " fields nor JSON, in UTF-8");
      exchange.end(CallbackAnswer.MALFORMED);
    } else if (body.get().getJson().isPresent() && !path.getKind().takesJson()) {
      refusals.add(Refusal.NO_FORM, () -> "JSON for flow '" + path.getFlow() + "', whose address was made for " + path.getKind()
          + ": that comes in forms. For JSON make an address with twilio:callback-url and kind=\"EVENT\" or \"WEBHOOK\"");
      exchange.end(CallbackAnswer.NO_FORM);
      return Optional.empty();
    }
    return body;
  }

  private Optional<byte[]> bytesOf(String flow, HttpRequest request, CallbackExchange exchange) {
    try {
      Optional<byte[]> bytes = bodies.read(request, () -> tooSlow(flow, "its body can't be read", exchange));
      if (bytes.isPresent()) {
        exchange.bodyIsRead();
      } else {
        refusals.add(Refusal.TOO_LARGE, () -> "a callback for flow '" + flow + "' of over " + bodies.getMostBytes() + " bytes");
        exchange.end(CallbackAnswer.TOO_LARGE);
      }
      return bytes;
    } catch (SocketTimeoutException e) {
      tooSlow(flow, e.getMessage(), exchange);
    } catch (RejectedExecutionException e) {
      exchange.end(CallbackAnswer.BUSY);
    } catch (IOException | RuntimeException e) {
      if (Thread.interrupted()) {
        // the application stops
        exchange.end(CallbackAnswer.BUSY);
      } else {
        refusals.add(Refusal.MALFORMED, () -> "a callback for flow '" + flow + "' that can't be read: "
            + Excerpt.of(e.toString()));
        exchange.end(CallbackAnswer.MALFORMED);
      }
    }
    return Optional.empty();
  }

  private void tooSlow(String flow, String reason, CallbackExchange exchange) {
    refusals.add(Refusal.TOO_SLOW, () -> "a callback for flow '" + flow + "': " + reason);
    exchange.end(CallbackAnswer.TOO_SLOW);
  }
}
