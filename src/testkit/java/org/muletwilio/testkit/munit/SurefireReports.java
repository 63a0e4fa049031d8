package org.muletwilio.testkit.munit;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.testkit.munit.TestResult.Outcome;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes results as Surefire does, a file of JUnit's XML for each suite: build servers read them. */
final class SurefireReports {

  private final Path folder;

  SurefireReports(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws IOException if they can't be written
   */
  void write(List<TestResult> results) throws IOException {
    Files.createDirectories(folder);
    Map<String, List<TestResult>> suites =
        results.stream().collect(Collectors.groupingBy(TestResult::suite, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<String, List<TestResult>> suite : suites.entrySet()) {
      String name = "munit." + suite.getKey().replaceFirst("\\.xml$", "");
      Files.writeString(folder.resolve("TEST-" + name + ".xml"), xml(name, suite.getValue()), UTF_8);
    }
  }

  private static String xml(String suite, List<TestResult> tests) throws IOException {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", suite);
      xml.writeAttribute("time", seconds(tests.stream().map(TestResult::time).reduce(Duration.ZERO, Duration::plus)));
      xml.writeAttribute("tests", String.valueOf(tests.size()));
      xml.writeAttribute("errors", "0");
      xml.writeAttribute("skipped", count(tests, Outcome.IGNORED));
      xml.writeAttribute("failures", count(tests, Outcome.FAILED));
      for (TestResult test : tests) {
        xml.writeCharacters("\n  ");
        write(xml, suite, test);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      return text + "\n";
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void write(XMLStreamWriter xml, String suite, TestResult test) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", legal(test.test()));
    xml.writeAttribute("classname", suite);
    xml.writeAttribute("time", seconds(test.time()));
    if (test.outcome() != Outcome.PASSED) {
      xml.writeStartElement(test.outcome() == Outcome.FAILED ? "failure" : "skipped");
      xml.writeAttribute("message", legal(test.message()));
      if (test.outcome() == Outcome.FAILED) {
        xml.writeAttribute("type", AssertionError.class.getName());
        xml.writeCharacters(legal(test.message()));
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String count(List<TestResult> tests, Outcome outcome) {
    return String.valueOf(tests.stream().filter(test -> test.outcome() == outcome).count());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }

  /** @return the text without what XML can't hold */
  private static String legal(String text) {
    return text.codePoints().map(each -> each == '\n' || each == '\t' || each == '\r' || each >= ' ' && each < 0xD800
        || each >= 0xE000 && each < 0xFFFE || each >= 0x10000 ? each : '\uFFFD')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }
}
