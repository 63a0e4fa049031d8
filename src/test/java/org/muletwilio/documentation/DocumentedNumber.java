package org.muletwilio.documentation;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sentence of the documentation with a number in brackets, and where the number comes from. Immutable. */
record DocumentedNumber(String page, String sentence, String source) {

  private static final Pattern BRACKETS = Pattern.compile("\\[([^]]+)]");
  private static final Path TESTS = Path.of("src/test/java");
  private static final List<Path> SOURCES =
      List.of(Path.of("src/main/java"), TESTS, Path.of("src/testkit/java"), Path.of("src/simulator/java"));
  private static final String DEFAULT = "default ";

  /** @param line page, sentence and source, with <code> | </code> between them */
  static DocumentedNumber read(String line) {
    String[] parts = line.split(" \\| ", 3);
    return new DocumentedNumber(parts[0].trim(), parts[1].trim(), parts[2].trim());
  }

  /** @return the sentence as the page has it */
  String text() {
    return sentence.replace("[", "").replace("]", "");
  }

  List<String> numbers() {
    return BRACKETS.matcher(sentence).results().map(found -> found.group(1)).toList();
  }

  /** @return what is wrong; empty where each number is that of its source */
  Optional<String> problem(Page of, Reference reference) throws Exception {
    if (!of.prose().contains(text())) {
      return Optional.of(page + " does not say: " + text());
    }
    for (String number : numbers()) {
      Optional<BigDecimal> actual;
      try {
        actual = value(reference);
      } catch (ReflectiveOperationException e) {
        return Optional.of("there is no " + source + ", from which " + page + " has a number: " + text());
      }
      if (actual.isPresent() && actual.get().compareTo(Quantity.of(number)) != 0) {
        return Optional.of(page + " says " + number + ", but " + source + " is " + actual.get() + ": " + text());
      }
    }
    return Optional.empty();
  }

  /** @return the value in milliseconds, bytes or as it is; empty where a test holds the sentence, or Twilio or Mule decides */
  private Optional<BigDecimal> value(Reference reference) throws Exception {
    if (source.startsWith(DEFAULT)) {
      return Optional.of(reference.defaultOf(source.substring(DEFAULT.length())));
    }
    if (source.endsWith(".md")) {
      return numbers().stream().allMatch(each -> Page.of(source).prose().contains(each.replace(",", "") + " "))
          ? Optional.empty() : Optional.of(BigDecimal.ZERO);
    }
    if (!source.contains(".")) {
      if (source.endsWith("Test") && !isTest(source)) {
        throw new ClassNotFoundException(source);
      }
      return Optional.empty();
    }
    String[] parts = source.split(" ");
    int dot = parts[0].lastIndexOf('.');
    Class<?> owner = ownerOf(parts[0].substring(0, dot), parts[0].substring(dot + 1));
    BigDecimal value = constant(owner, parts[0].substring(dot + 1));
    return Optional.of(parts.length == 1 ? value : calculated(value, parts[1], parts[2].matches("\\d+")
        ? new BigDecimal(parts[2]) : constant(owner, parts[2])));
  }

  private static BigDecimal calculated(BigDecimal value, String operator, BigDecimal other) {
    switch (operator) {
      case "*":
        return value.multiply(other);
      case "/":
        return value.divide(other);
      default:
        return value.subtract(other);
    }
  }

  private static BigDecimal constant(Class<?> owner, String name) throws ReflectiveOperationException {
    Field constant = owner.getDeclaredField(name);
    constant.setAccessible(true);
    Object value = constant.get(null);
    BigDecimal number = value instanceof Duration duration ? BigDecimal.valueOf(duration.toMillis())
        : new BigDecimal(value.toString());
    return name.endsWith("NANOS") ? number.movePointLeft(6) : name.endsWith("SECONDS") ? number.movePointRight(3) : number;
  }

  /** @return the class of that simple name which has the constant: two may have one name */
  private static Class<?> ownerOf(String name, String constant) throws Exception {
    for (Path root : SOURCES) {
      for (Path file : filesOf(root, name)) {
        Class<?> type = Class.forName(root.relativize(file).toString().replace(".java", "").replace(File.separatorChar, '.'));
        if (Stream.of(type.getDeclaredFields()).anyMatch(field -> field.getName().equals(constant))) {
          return type;
        }
      }
    }
    throw new NoSuchFieldException(name + "." + constant);
  }

  static boolean isTest(String name) throws IOException {
    return !filesOf(TESTS, name).isEmpty();
  }

  private static List<Path> filesOf(Path root, String name) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(each -> each.getFileName().toString().equals(name + ".java")).toList();
    }
  }
}
