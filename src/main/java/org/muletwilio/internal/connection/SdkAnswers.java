package org.muletwilio.internal.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.internal.connection.http.HttpAnswer;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.twilio.http.HttpMethod;

/**
 * Reads Twilio's answers with the SDK. Where the SDK can't read one, Twilio has carried out the request all the same, and the
 * error says so. No error shows the answer: it may hold a message's body.
 */
final class SdkAnswers {

  private static final int LOOKED_THROUGH_BYTES = 64 * 1024;
  private static final int SHORT_BYTES = 64;
  private static final Pattern SID = Pattern.compile("\"(?:call_)?sid\"\\s*:\\s*\"([A-Z]{2}[0-9a-zA-Z]{1,32})\"");

  private SdkAnswers() {}

  /**
   * @param method of the request
   * @param answer Twilio's, or empty where the SDK sent nothing
   * @param reading what the SDK makes of it
   * @throws TwilioException if that fails, or gives nothing
   */
  static <T> T read(Supplier<HttpMethod> method, Supplier<Optional<HttpAnswer>> answer, Supplier<T> reading) {
    try {
      T value = reading.get();
      if (value != null && !answer.get().filter(SdkAnswers::isEmptyObject).isPresent()) {
        return value;
      }
    } catch (TwilioException e) {
      throw e;
    } catch (RuntimeException e) {
      if (!answer.get().isPresent()) {
        throw notSent(e);
      }
    }
    throw unreadable(method.get(), answer.get());
  }

  /** @return the error of a request that the SDK can't make */
  static TwilioException notSent(RuntimeException failure) {
    return new TwilioException(TwilioError.INVALID_REQUEST, "The Twilio SDK refuses the request, and nothing was sent: "
        + failure.getMessage(), failure);
  }

  private static TwilioException unreadable(HttpMethod method, Optional<HttpAnswer> answer) {
    String status = answer.map(each -> " (HTTP " + each.getStatus() + ", " + each.getBody().length + " bytes)").orElse("");
    if (method == HttpMethod.GET) {
      return new TwilioException(TwilioError.SERVER_ERROR, "Twilio's answer" + status + " can't be read");
    }
    String made = answer.flatMap(SdkAnswers::sidIn).map(sid -> " " + sid + " was made.").orElse("");
    return new TwilioException(TwilioError.UNKNOWN_OUTCOME, "Twilio took the request, but its answer" + status + " can't be read:"
        + (made.isEmpty() ? " it was done;" : made) + " check before you do it again");
  }

  /** The SDK makes of <code>{}</code> a message, call … without anything, not even a SID. */
  private static boolean isEmptyObject(HttpAnswer answer) {
    byte[] body = answer.getBody();
    return body.length < SHORT_BYTES && new String(body, UTF_8).replaceAll("\\s", "").equals("{}");
  }

  private static Optional<String> sidIn(HttpAnswer answer) {
    byte[] body = answer.getBody();
    Matcher sid = SID.matcher(new String(body, 0, Math.min(body.length, LOOKED_THROUGH_BYTES), UTF_8));
    return sid.find() ? Optional.of(sid.group(1)) : Optional.empty();
  }
}
