package org.muletwilio.testkit.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.lang3.exception.ExceptionUtils;

/** A property without a value: Mule's message has the property's name, but not its place. */
final class MissingProperty {

  private static final Pattern MESSAGE = Pattern.compile("Couldn't find configuration property value for key (\\$\\{.*?})");

  private MissingProperty() {}

  static List<Problem> in(Throwable failure, Map<String, byte[]> documents) {
    List<Problem> problems = new ArrayList<>();
    placeholder(failure).ifPresent(placeholder -> documents.forEach((file, content) -> {
      String[] lines = new String(content, UTF_8).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (lines[i].contains(placeholder)) {
          problems.add(new Problem(file, i + 1, "the property " + placeholder + " has no value"));
        }
      }
    }));
    return problems;
  }

  private static Optional<String> placeholder(Throwable failure) {
    return ExceptionUtils.getThrowableList(failure).stream().map(Throwable::getMessage).filter(message -> message != null)
        .map(MESSAGE::matcher).filter(Matcher::find).map(found -> found.group(1)).findFirst();
  }
}
