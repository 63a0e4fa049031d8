package org.muletwilio.testkit.launcher.option;

import org.muletwilio.testkit.project.UsageException;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a command line: which options were given, with which values. What the values mean is read later. */
final class OptionParser {

  private final Map<LauncherOption, List<String>> values = new EnumMap<>(LauncherOption.class);
  private final Map<String, String> properties = new LinkedHashMap<>();
  private Path application;

  private OptionParser() {}

  /**
   * @throws UsageException if the command line is wrong
   */
  static LauncherOptions parse(List<String> arguments) {
    OptionParser parser = new OptionParser();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
      parser.take(rest.next(), rest);
    }
    if (parser.application == null) {
      throw new UsageException("No application is named: give an example's folder or a Mule XML file");
    }
    return new LauncherOptions(parser.application, parser.properties, parser.values);
  }

  private void take(String argument, Iterator<String> rest) {
    int equals = argument.indexOf('=');
    Optional<LauncherOption> option =
        LauncherOption.ofOption(argument.startsWith("--") && equals > 0 ? argument.substring(0, equals) : argument);
    if (option.isPresent()) {
      add(option.get(), equals > 0 ? Optional.of(argument.substring(equals + 1)) : Optional.empty(), rest);
    } else if (argument.startsWith("-D")) {
      property(argument);
    } else if (argument.startsWith("-")) {
      throw new UsageException(argument + " isn't an option");
    } else if (application != null) {
      throw new UsageException("One application at a time: " + application + " and " + argument);
    } else {
      application = Paths.get(argument);
    }
  }

  private void add(LauncherOption option, Optional<String> joined, Iterator<String> rest) {
    if (!option.hasArgument() && joined.isPresent()) {
      throw new UsageException(option.option() + " takes no value");
    }
    if (option.hasArgument() && joined.isEmpty() && !rest.hasNext()) {
      throw new UsageException(option.option() + " needs a value");
    }
    String value = option.hasArgument() ? joined.orElseGet(rest::next) : "";
    values.computeIfAbsent(option, each -> new ArrayList<>()).add(value);
  }

  private void property(String argument) {
    int equals = argument.indexOf('=');
    if (equals <= 2) {
      throw new UsageException(argument + " isn't a property: write -Dname=value");
    }
    properties.put(argument.substring(2, equals), argument.substring(equals + 1));
  }
}
