package org.muletwilio.testkit.mule;

import java.util.List;

import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * An application that didn't start. Its message says why, in the words of the innermost cause.
 */
public final class ApplicationStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ApplicationStartException(Throwable cause) {
    super("The application didn't start: " + innermostMessageOf(cause), cause);
  }

  private static String innermostMessageOf(Throwable failure) {
    List<Throwable> causes = ExceptionUtils.getThrowableList(failure);
    Throwable root = causes.get(causes.size() - 1);
    return root.getMessage() == null ? root.getClass().getName() : root.getMessage();
  }
}
