package org.muletwilio.internal.callback.codec;

/** A failure as it may stand in a log: as the original, with messages on one line, and a bounded number of causes. */
final class LoggedFailure extends Throwable {

  private static final long serialVersionUID = 1L;
  private static final int MOST_CAUSES = 10;

  private LoggedFailure(Throwable failure, int depth) {
    super(LogText.of(failure), causeOf(failure, depth), false, true);
    setStackTrace(failure.getStackTrace());
  }

  static LoggedFailure of(Throwable failure) {
    return new LoggedFailure(failure, 0);
  }

  private static Throwable causeOf(Throwable failure, int depth) {
    return failure.getCause() == null || depth == MOST_CAUSES ? null : new LoggedFailure(failure.getCause(), depth + 1);
  }

  /** Costs nothing: the original's is used. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  @Override
  public String toString() {
    return getMessage();
  }
}
