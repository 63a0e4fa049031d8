package org.muletwilio.internal.connection.http;

import static org.muletwilio.internal.error.TwilioError.CONNECTIVITY;
import static org.muletwilio.internal.error.TwilioError.SERVER_ERROR;
import static org.muletwilio.internal.error.TwilioError.TIMEOUT;
import static org.muletwilio.internal.error.TwilioError.UNKNOWN_OUTCOME;

import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.internal.callback.codec.LogText;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a request got no whole answer, as an error that says whether what was asked for may have been done. */
final class RequestFailures {

  private static final String DOUBT = ": it may have been done; check before you do it again";

  private RequestFailures() {}

  /** @return whether a request changes nothing by its method */
  static boolean isRead(HttpRequest request) {
    return request.getMethod().equals("GET");
  }

  /**
   * @param read whether the request changes nothing
   * @return the error's type is CONNECTIVITY where nothing was sent and for reads, else UNKNOWN_OUTCOME or a child of it
   */
  static TwilioException toException(HttpRequest request, boolean read, Throwable failure) {
    String what = describe(request);
    if (isUnsent(failure)) {
      String message = "Twilio could not be reached for " + what + ", and nothing was sent: " + reasonOf(request, failure);
      return read ? TwilioException.unreached(message, failure) : new TwilioException(CONNECTIVITY, message, failure);
    }
    if (failure instanceof TimeoutException) {
      return new TwilioException(TIMEOUT, "Twilio did not answer " + what + " in time (" + reasonOf(request, failure) + ")"
          + (read ? "" : DOUBT), failure);
    }
    if (failure instanceof UnreadAnswerException && !((UnreadAnswerException) failure).isCut()) {
      return new TwilioException(read ? SERVER_ERROR : UNKNOWN_OUTCOME, "Twilio took " + what + ", but " + failure.getMessage()
          + (read ? "" : DOUBT), failure);
    }
    if (failure instanceof InterruptedException) {
      return new TwilioException(read ? CONNECTIVITY : UNKNOWN_OUTCOME, "The wait for Twilio's answer to " + what
          + " was interrupted" + (read ? "" : DOUBT), failure);
    }
    String message = "The connection to Twilio broke during " + what + ": " + reasonOf(request, failure);
    return read ? TwilioException.unreached(message, failure) : new TwilioException(UNKNOWN_OUTCOME, message + DOUBT, failure);
  }

  /** @return what a read needs, as it comes; where that is missing since Twilio was not reached, Mule may run the read again */
  static CompletableFuture<String> forRead(CompletableFuture<String> needed) {
    return needed.handle((value, failure) -> {
      Throwable reason = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
      if (reason instanceof TwilioException && ((TwilioException) reason).getType() == CONNECTIVITY) {
        throw TwilioException.unreached(reason.getMessage(), reason);
      }
      if (reason != null) {
        throw new CompletionException(reason);
      }
      return value;
    });
  }

  /** @return whether Twilio certainly saw nothing of the request: nothing listens there, or it is not whom we trust */
  static boolean isUnsent(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof NotSentException || each instanceof ConnectException || isUnknownHost(each)
          || each instanceof NoRouteToHostException || each instanceof SSLHandshakeException
          || each instanceof SSLPeerUnverifiedException || isPlainText(each)) {
        return true;
      }
    }
    return false;
  }

  /** @return whether another try may succeed at once */
  static boolean isBrokenConnection(Throwable failure) {
    return failure instanceof IOException && !isUnsent(failure)
        && !(failure instanceof UnreadAnswerException && !((UnreadAnswerException) failure).isCut());
  }

  static String describe(HttpRequest request) {
    return request.getMethod() + " " + request.getUri().getPath();
  }

  private static String reasonOf(HttpRequest request, Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (isUnknownHost(each)) {
        return "the host " + request.getUri().getHost() + " is unknown";
      }
    }
    return LogText.of(failure.getMessage() == null ? failure : failure.getMessage());
  }

  private static boolean isUnknownHost(Throwable failure) {
    return failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException;
  }

  /** A server without TLS answers the first bytes of the handshake, which Java tells by its text alone. */
  private static boolean isPlainText(Throwable failure) {
    return failure instanceof SSLException && String.valueOf(failure.getMessage()).contains("plaintext connection");
  }
}
