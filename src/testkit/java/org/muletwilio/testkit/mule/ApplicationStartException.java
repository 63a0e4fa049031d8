package org.muletwilio.testkit.mule;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.testkit.check.FaultyApplicationException;
import org.muletwilio.testkit.check.Problem;

import java.util.List;

import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * An application that did not start. Its message is that of the innermost cause, or of Mule's exception around it.
 */
public final class ApplicationStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ApplicationStartException(Throwable cause) {
    super("The application didn't start:" + spaced(reasonOf(cause)), cause);
  }

  /** @return what is wrong with the application as it is written; nothing if it is something else */
  public List<Problem> problems() {
    return getCause() instanceof FaultyApplicationException faulty ? faulty.problems() : List.of();
  }

  /** @return the message without its beginning, which all have */
  public String reason() {
    return reasonOf(getCause());
  }

  private static String spaced(String reason) {
    return reason.startsWith("\n") ? reason : " " + reason;
  }

  private static String reasonOf(Throwable failure) {
    List<Throwable> causes = ExceptionUtils.getThrowableList(failure);
    int last = causes.size() - 1;
    String reason = String.valueOf(causes.get(last).getMessage());
    for (int i = last - 1; i >= 0 && causes.get(i) instanceof MuleException && isAround(causes.get(i), reason); i--) {
      reason = causes.get(i).getMessage();
    }
    return reason.equals("null") ? causes.get(last).getClass().getName() : reason;
  }

  private static boolean isAround(Throwable throwable, String reason) {
    return throwable.getMessage() != null && throwable.getMessage().contains(reason);
  }
}
