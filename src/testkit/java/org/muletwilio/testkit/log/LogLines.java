package org.muletwilio.testkit.log;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * Takes what one logger writes while this is open, in place of the log. Tests of other classes in the same JVM run after it.
 */
public final class LogLines implements AutoCloseable {

  private final String logger;
  private final Optional<LoggerConfig> before;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> threads = new CopyOnWriteArrayList<>();

  private LogLines(String logger, Level level) {
    this.logger = logger;
    AbstractAppender appender = new AbstractAppender("lines of " + logger, null, null, true, Property.EMPTY_ARRAY) {

      @Override
      public void append(LogEvent event) {
        threads.add(event.getThreadName());
        lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage()
            + (event.getThrown() == null ? "" : " (" + event.getThrown() + ")"));
      }
    };
    appender.start();
    LoggerConfig config = new LoggerConfig(logger, level, false);
    config.addAppender(appender, level, null);
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    before = Optional.ofNullable(context.getConfiguration().getLoggers().get(logger));
    context.getConfiguration().removeLogger(logger);
    context.getConfiguration().addLogger(logger, config);
    context.updateLoggers();
  }

  /** @param logger a class or package name */
  public static LogLines of(String logger, Level level) {
    return new LogLines(logger, level);
  }

  /** @return the lines, each with its level in front */
  public List<String> all() {
    return List.copyOf(lines);
  }

  /** @return the names of the threads that wrote the lines */
  public List<String> threads() {
    return List.copyOf(threads);
  }

  /** @return the lines that contain a text */
  public List<String> with(String text) {
    return lines.stream().filter(line -> line.contains(text)).toList();
  }

  @Override
  public void close() {
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    context.getConfiguration().removeLogger(logger);
    before.ifPresent(config -> context.getConfiguration().addLogger(logger, config));
    context.updateLoggers();
  }
}
