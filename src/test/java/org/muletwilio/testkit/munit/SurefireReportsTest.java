package org.muletwilio.testkit.munit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class SurefireReportsTest {

  private static final String HOSTILE = "orders.xml:3: \"a\" isn't <b> & ]]>\nnext\u0000\u001b \ud83d\ude00";

  @TempDir
  private Path folder;

  @Test
  void eachSuiteHasAReportThatIsXml() throws Exception {
    new SurefireReports(folder.resolve("target/surefire-reports")).write(List.of(
        TestResult.passed("orders.xml", "passes [one]", Duration.ofMillis(1_500)),
        TestResult.failed("orders.xml", "fails", HOSTILE, Duration.ofMillis(20)),
        TestResult.ignored("orders.xml", "is ignored", "ignore is true"),
        TestResult.passed("other.xml", "passes", Duration.ZERO)));

    Element orders = read("TEST-munit.orders.xml");
    assertEquals(List.of("munit.orders", "3", "1", "1", "0", "1.520"),
                 Stream.of("name", "tests", "failures", "skipped", "errors", "time").map(orders::getAttribute).toList());
    Element failed = (Element) orders.getElementsByTagName("testcase").item(1);
    assertEquals("fails", failed.getAttribute("name"));
    assertEquals("munit.orders", failed.getAttribute("classname"));
    String message = HOSTILE.replace('\u0000', '\ufffd').replace('\u001b', '\ufffd');
    assertEquals(message, failed.getElementsByTagName("failure").item(0).getTextContent());
    assertEquals(message.replace('\n', ' '), ((Element) failed.getElementsByTagName("failure").item(0)).getAttribute("message")
        .replace('\n', ' '));
    assertEquals("ignore is true", ((Element) orders.getElementsByTagName("skipped").item(0)).getAttribute("message"));
    assertEquals("1", read("TEST-munit.other.xml").getAttribute("tests"));
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    List<TestResult> results = List.of(TestResult.passed("a.xml", "a", Duration.ZERO));

    assertThrows(IOException.class, () -> new SurefireReports(file.resolve("reports")).write(results));
  }

  private Element read(String name) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
        .parse(folder.resolve("target/surefire-reports").resolve(name).toFile()).getDocumentElement();
  }
}
