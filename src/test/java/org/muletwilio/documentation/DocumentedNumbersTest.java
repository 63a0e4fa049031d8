package org.muletwilio.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/**
 * Limits, times and defaults in the documentation are those of the code. <code>documented-numbers.txt</code> has each sentence
 * with the place where its number comes from.
 */
class DocumentedNumbersTest {

  /** Measured, or written from the extension model and the catalogue. */
  private static final Set<String> ELSEWHERE = Set.of("docs/performance.md", "docs/reference.md", "docs/operations.md");
  private static final Path TABLE = Path.of("src/test/resources/documented-numbers.txt");

  @Test
  void eachNumberIsThatOfItsSource() throws Exception {
    Reference reference = new Reference();
    List<String> problems = new ArrayList<>();
    for (DocumentedNumber number : table()) {
      number.problem(Page.of(number.page()), reference).ifPresent(problems::add);
    }
    assertEquals(List.of(), problems);
  }

  /** A quantity that is new in a page needs a line in the table. */
  @Test
  void eachQuantityHasASource() throws Exception {
    List<String> unknown = new ArrayList<>();
    for (Page page : Page.all()) {
      if (!ELSEWHERE.contains(page.getName())) {
        String rest = page.prose();
        for (DocumentedNumber number : table()) {
          rest = number.page().equals(page.getName()) ? rest.replace(number.text(), "") : rest;
        }
        String left = rest;
        Quantity.MEASURED.matcher(rest).results().forEach(found -> unknown.add(page.getName() + ": "
            + left.substring(Math.max(0, found.start() - 40), Math.min(left.length(), found.end() + 20))));
      }
    }
    assertEquals(List.of(), unknown);
  }

  /** What a summary calls the default is the default. */
  @Test
  void eachSummaryTellsTheDefaultOfItsAttribute() {
    List<String> wrong = new ArrayList<>();
    new Reference().attributes().filter(each -> each.defaultValue().matches("[A-Za-z0-9_-]+"))
        .filter(each -> !each.defaultValue().equals("required")
            && !each.meaning().matches("(?s).*Default: " + each.defaultValue() + "\\b.*"))
        .forEach(each -> wrong.add(each.toString()));
    assertEquals(List.of(), wrong);
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    assertEquals(new BigDecimal(65536), Quantity.of("64 KiB"));
    assertEquals(0, new BigDecimal(500).compareTo(Quantity.of("half a second")));
    assertEquals(new BigDecimal(2000), Quantity.of("2,000"));
    assertEquals(new BigDecimal(12), Quantity.of("twelve"));
    assertEquals(new BigDecimal(600_000), new Reference().defaultOf("flowTimeout"));
    Page security = Page.of("SECURITY.md");
    assertTrue(DocumentedNumber.read("SECURITY.md | Bodies up to [64 KiB] | FormFields.MOST_FIELDS")
        .problem(security, new Reference()).isPresent());
    assertTrue(DocumentedNumber.read("SECURITY.md | nobody writes this | Twilio").problem(security, new Reference()).isPresent());
  }

  private static List<DocumentedNumber> table() throws Exception {
    return Files.readAllLines(TABLE).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(DocumentedNumber::read)
        .toList();
  }
}
