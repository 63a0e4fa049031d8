package org.muletwilio.internal.callback.codec;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes log lines to which no text from outside can add one: each argument goes through {@link LogText}. The connector logs
 * through this alone. Messages are constants, with <code>{}</code> for each argument; a failure may follow as the last one.
 */
public final class SafeLogger {

  private final Logger logger;

  private SafeLogger(Logger logger) {
    this.logger = logger;
  }

  /**
   * @param type the class that logs
   * @return a logger of its name
   */
  public static SafeLogger of(Class<?> type) {
    return new SafeLogger(LoggerFactory.getLogger(type));
  }

  public void error(String message, Object... arguments) {
    if (logger.isErrorEnabled()) {
      logger.error(message, safe(arguments));
    }
  }

  public void warn(String message, Object... arguments) {
    if (logger.isWarnEnabled()) {
      logger.warn(message, safe(arguments));
    }
  }

  public void info(String message, Object... arguments) {
    if (logger.isInfoEnabled()) {
      logger.info(message, safe(arguments));
    }
  }

  public void debug(String message, Object... arguments) {
    if (logger.isDebugEnabled()) {
      logger.debug(message, safe(arguments));
    }
  }

  public boolean isDebugEnabled() {
    return logger.isDebugEnabled();
  }

  private static Object[] safe(Object[] arguments) {
    Object[] safe = new Object[arguments.length];
    for (int i = 0; i < safe.length; i++) {
      safe[i] = i == safe.length - 1 && arguments[i] instanceof Throwable ? LoggedFailure.of((Throwable) arguments[i])
          : LogText.of(arguments[i]);
    }
    return safe;
  }
}
