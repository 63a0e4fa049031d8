package org.muletwilio.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    Path foreign = Files.writeString(folder.resolve("Foreign.java"), "class Foreign { com.twilio.rest.api.v2010.account.Call call; }");
    assertFalse(compile(List.of(foreign), folder).isEmpty());
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
