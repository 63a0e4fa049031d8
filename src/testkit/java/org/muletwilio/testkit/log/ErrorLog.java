package org.muletwilio.testkit.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/**
 * Collects logged errors, unless the running test expects them, or the one before: threads may outlive their test. One
 * for each JVM, which Log4j keeps. Errors that {@link LogLines} takes do not reach it.
 */
final class ErrorLog extends AbstractAppender {

  private static final String NAME = "unexpected errors";
  private static final int MOST = 20;

  private final List<String> unexpected = new ArrayList<>();
  private Set<String> expected = Set.of();
  private Set<String> expectedBefore = Set.of();

  private ErrorLog() {
    super(NAME, null, null, true, Property.EMPTY_ARRAY);
  }

  static synchronized ErrorLog get() {
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    ErrorLog known = context.getConfiguration().getAppender(NAME);
    if (known != null) {
      return known;
    }
    ErrorLog added = new ErrorLog();
    added.start();
    context.getConfiguration().addAppender(added);
    context.getConfiguration().getRootLogger().addAppender(added, Level.ERROR, null);
    context.updateLoggers();
    return added;
  }

  /** @param texts each a part of the errors that are expected from now on */
  synchronized void expect(Set<String> texts) {
    if (!texts.equals(expected)) {
      expectedBefore = expected;
      expected = texts;
    }
  }

  /** @return those since the last call */
  synchronized List<String> takeUnexpected() {
    List<String> taken = List.copyOf(unexpected);
    unexpected.clear();
    return taken;
  }

  @Override
  public synchronized void append(LogEvent event) {
    String text = event.getLoggerName() + ": " + event.getMessage().getFormattedMessage()
        + (event.getThrown() == null ? "" : " (" + event.getThrown() + ")");
    if (unexpected.size() < MOST && !isExpected(text, expected) && !isExpected(text, expectedBefore)) {
      unexpected.add(Instant.ofEpochMilli(event.getTimeMillis()) + " [" + event.getThreadName() + "] " + event.getLevel() + " "
          + text);
    }
  }

  private static boolean isExpected(String text, Set<String> parts) {
    return parts.stream().anyMatch(text::contains);
  }
}
