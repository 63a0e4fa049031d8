package org.muletwilio.functional.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What troubleshooting.md quotes of errors and of the log is what the connector says. */
class DocumentedMessagesTest {

  private static final Path PAGE = Path.of("docs/troubleshooting.md");
  private static final Pattern QUOTE = Pattern.compile("`([^`]*)`");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final int SHORTEST = 8;
  /** Mule's own words, from its validation at deployment. */
  private static final String MULES = "Referenced component '…' must be one of stereotypes";

  @Test
  void quotedMessagesAreThoseOfTheConnector() throws IOException {
    String spoken = literals();
    List<String> unknown = new ArrayList<>();
    List<String> quotes = QUOTE.matcher(Files.readString(PAGE, UTF_8)).results().map(found -> found.group(1))
        .filter(quote -> quote.contains(" ") && !quote.contains("=\"") && !quote.startsWith(MULES) && !quote.startsWith("<"))
        .toList();
    assertTrue(quotes.size() > 12, quotes.toString());
    for (String quote : quotes) {
      for (String part : quote.split("…")) {
        String words = part.trim();
        if (words.length() >= SHORTEST && !isSpoken(words, spoken)) {
          unknown.add(words);
        }
      }
    }
    assertEquals(List.of(), unknown);
  }

  /** A message may be put together of two. */
  private static boolean isSpoken(String words, String spoken) {
    return spoken.contains(words) || IntStream.rangeClosed(2, words.length() - 2)
        .anyMatch(i -> spoken.contains(words.substring(0, i).trim()) && spoken.contains(words.substring(i).trim()));
  }

  /** Each string literal of the connector in one line, joined where it is written in parts. */
  private static String literals() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).map(DocumentedMessagesTest::read)
          .map(source -> source.replaceAll("\"\\s*\\+\\s*\"", ""))
          .flatMap(source -> LITERAL.matcher(source).results().map(found -> found.group(1).replace("\\\"", "\"")))
          .collect(joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
