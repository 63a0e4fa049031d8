package org.muletwilio.functional.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.project.MuleProject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** Each example starts, and is whole: Studio imports it as it is. */
class ExamplesTest {

  private final XPath xpath = XPathFactory.newDefaultInstance().newXPath();

  @ParameterizedTest
  @MethodSource("examples")
  void starts(Path example) {
    MuleProject project = MuleProject.at(example);
    EmbeddedMuleBuilder application = EmbeddedMule.builder();
    project.configs().forEach(application::configFile);
    project.resources().forEach(application::resources);
    project.munitProperties().forEach(application::property);
    // sources register themselves
    try (TwilioSimulator simulator = TwilioSimulator.builder().phoneNumber("+15005550006").start();
        EmbeddedMule mule = application.property("http.port", freePort()).property("twilio.baseUri", simulator.baseUri())
            .start()) {
      assertTrue(mule.flowsWithSource().isEmpty()
          || simulator.requests().stream().anyMatch(each -> each.method().equals("POST")));
    }
    assertFalse(project.configs().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isAMuleApplicationWithTheConnectorOfThisBuild(Path example) throws Exception {
    Document pom = xml(example.resolve("pom.xml"));

    assertEquals(example.getFileName().toString(), valueOf(pom, "/project/artifactId"));
    assertEquals("mule-application", valueOf(pom, "/project/packaging"));
    String connectors = "/project/dependencies/dependency[artifactId='mule-twilio-connector'";
    String connector = connectors + " and classifier='mule-plugin']";
    assertEquals(valueOf(xml(Path.of("pom.xml")), "/project/version"), valueOf(pom, connector + "/version"));
    assertEquals("org.muletwilio", valueOf(pom, connector + "/groupId"));
    String samples = connectors + " and classifier='twilio-test']";
    assertEquals(valueOf(pom, connector + "/version"), valueOf(pom, samples + "/version"));
    assertEquals("test", valueOf(pom, samples + "/scope"));
    assertEquals("true", valueOf(pom, "/project/build/plugins/plugin[artifactId='mule-maven-plugin']/extensions"));
    assertEquals("https://repository.mulesoft.org/releases/",
                 valueOf(pom, "/project/pluginRepositories/pluginRepository[id='mulesoft-releases']/url"));
    for (String munit : List.of("munit-runner", "munit-tools")) {
      assertEquals("test", valueOf(pom, "/project/dependencies/dependency[artifactId='" + munit + "']/scope"));
    }
    assertEquals("test", valueOf(pom, "//plugin[artifactId='munit-maven-plugin']//goal[1]"));
  }

  /** The application that goes to a Mule server is built as the examples are, of the connector of this build. */
  @Test
  void theOneForServersIsBuiltAsTheExamplesAre() throws Exception {
    Document pom = xml(Path.of("src/compatibility/pom.xml"));
    Document example = xml(Path.of("examples/send-sms/pom.xml"));
    for (String value : List.of("/project/packaging", "/project/properties/app.runtime",
        "/project/properties/mule.maven.plugin.version",
        "/project/dependencies/dependency[artifactId='mule-twilio-connector']/version",
        "/project/pluginRepositories/pluginRepository[id='mulesoft-releases']/url")) {
      assertEquals(valueOf(example, value), valueOf(pom, value), value);
    }
    assertTrue(valueOf(xml(Path.of("pom.xml")), "//profile[id='compatibility']/properties/mule.application")
        .endsWith("/compatibility/target/compatibility-" + valueOf(pom, "/project/version") + "-mule-application.jar"));
  }

  /** The connector's profile munit and the examples name the same MUnit. */
  @ParameterizedTest
  @MethodSource("examples")
  void hasTheVersionOfMunitThatTheConnectorHas(Path example) throws Exception {
    assertEquals(valueOf(xml(Path.of("pom.xml")), "//profile[id='munit']/properties/munit.version"),
                 valueOf(xml(example.resolve("pom.xml")), "/project/properties/munit.version"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasWhatStudioExpects(Path example) throws Exception {
    JsonNode artifact = new ObjectMapper().readTree(example.resolve("mule-artifact.json").toFile());
    assertEquals("4.1.1", artifact.get("minMuleVersion").asText());
    assertTrue(artifact.get("secureProperties").toString().contains("twilio.authToken"));
    assertEquals("Configuration", xml(example.resolve("src/main/resources/log4j2.xml")).getDocumentElement().getNodeName());
    assertTrue(Files.exists(example.resolve("src/main/resources/application.properties")));
    int lines = Files.readAllLines(example.resolve("README.md")).size();
    assertTrue(lines >= 5 && lines <= 20, "README.md has " + lines + " lines");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void mocksTwilioInOneSuiteAndSimulatesItInAnother(Path example) throws IOException {
    List<String> suites = new ArrayList<>();
    for (Path suite : MuleProject.at(example).suites()) {
      suites.add(Files.readString(suite));
    }
    assertTrue(suites.stream().anyMatch(suite -> suite.contains("munit-tools:mock-when processor=\"twilio:")));
    assertTrue(suites.stream().anyMatch(suite -> !suite.contains("munit-tools:mock-when")));
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("examples"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private String valueOf(Document document, String path) throws Exception {
    return xpath.evaluate(path, document);
  }

  private static Document xml(Path file) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
  }
}
