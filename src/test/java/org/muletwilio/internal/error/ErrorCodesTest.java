package org.muletwilio.internal.error;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The file of Twilio's error codes, from which the error types and the documentation come. */
class ErrorCodesTest {

  private static final Path PAGE = Path.of("docs/troubleshooting.md");
  private static final String HEAD = "| error type | Twilio's code | what it means, what to do |\n|---|---|---|\n";

  @Test
  void eachRowHasAnErrorAndCodesThatNoOtherHas() throws IOException {
    Set<Integer> codes = new HashSet<>();
    for (String row : rows()) {
      String[] columns = row.split(" \\| ", 3);
      TwilioError error = TwilioError.valueOf(columns[0]);
      if (!columns[1].equals("none")) {
        for (String code : columns[1].split(", ")) {
          assertTrue(codes.add(Integer.valueOf(code)), code + " is there twice");
          assertEquals(error, ErrorCodes.errorOf(Integer.parseInt(code)).orElseThrow());
        }
        List<Integer> ofRow = Stream.of(columns[1].split(", ")).map(Integer::valueOf).collect(toList());
        assertEquals(ofRow.stream().sorted().collect(toList()), ofRow, "in order");
      }
    }
    assertTrue(codes.size() > 80, codes.toString());
  }

  @Test
  void eachErrorOfAnOperationHasARow() throws IOException {
    Set<String> explained = new HashSet<>();
    rows().forEach(row -> explained.add(row.split(" ")[0]));
    for (TwilioError error : TwilioError.values()) {
      assertTrue(explained.contains(error.name()) || error == TwilioError.INVALID_SIGNATURE, error.name());
    }
  }

  @Test
  void theTableOfTheDocumentationIsMadeOfIt() throws IOException {
    String table = HEAD + rows().stream().map(row -> "| `TWILIO:" + row.replaceFirst(" \\| ", "` | ")
        + " |").collect(joining("\n"));
    String page = Files.readString(PAGE);
    assertEquals(table, page.substring(page.indexOf(HEAD)).split("\n\n")[0]);
  }

  private static List<String> rows() throws IOException {
    try (InputStream file = TwilioError.class.getResourceAsStream("error-codes.txt")) {
      return new String(file.readAllBytes(), "UTF-8").lines().filter(line -> !line.startsWith("#")).collect(toList());
    }
  }
}
