package org.muletwilio.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The simulator's sources need the JDK alone. */
class SimulatorSourcesTest {

  private static final Path SOURCES = Path.of("src/simulator/java");

  @Test
  void compileWithAnEmptyClassPath(@TempDir Path classes) throws IOException {
    List<Path> sources = sources();
    assertFalse(sources.isEmpty());
    assertEquals("", compile(sources, classes));
  }

  @Test
  void aForeignImportIsFound(@TempDir Path folder) throws IOException {
    Path foreign = Files.writeString(folder.resolve("Foreign.java"), "class Foreign { com.twilio.rest.api.v2010.account.Call "
        + "call; }");
    assertFalse(compile(List.of(foreign), folder).isEmpty());
  }

  /** The artifact that others depend on has the version of this build, and brings nothing along. */
  @Test
  void theArtifactNeedsNothingElse() throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
    Element artifact = builder.parse(Path.of("src/simulator/pom.xml").toFile()).getDocumentElement();
    Element connector = builder.parse(Path.of("pom.xml").toFile()).getDocumentElement();
    for (String name : List.of("groupId", "version", "modelVersion")) {
      assertEquals(child(connector, name), child(artifact, name));
    }
    assertEquals(0, artifact.getElementsByTagName("dependencies").getLength());
  }

  private static String child(Element parent, String name) {
    NodeList children = parent.getElementsByTagName(name);
    return IntStream.range(0, children.getLength()).mapToObj(children::item).filter(node -> node.getParentNode() == parent)
        .findFirst().orElseThrow().getTextContent();
  }

  /** The container starts with options that there are. */
  @Test
  void theContainerStartsIt() throws IOException {
    String entry = Files.readString(Path.of("src/simulator/Containerfile")).lines().filter(line -> line.startsWith("ENTRYPOINT"))
        .findFirst().orElseThrow();
    List<String> words = Pattern.compile("\"([^\"]*)\"").matcher(entry).results().map(result -> result.group(1)).toList();
    assertEquals(List.of("java", "-jar"), words.subList(0, 2));
    SimulatorOptions.parse(words.subList(3, words.size()));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /** @return what the compiler says; nothing where all is well */
  private static String compile(List<Path> sources, Path classes) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, UTF_8)) {
      List<String> options = List.of("--release", "17", "-proc:none", "-nowarn", "-classpath", "", "-sourcepath", "",
                                     "-d", classes.toString());
      boolean compiled = javac.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
      return compiled ? "" : said.toString();
    }
  }
}
