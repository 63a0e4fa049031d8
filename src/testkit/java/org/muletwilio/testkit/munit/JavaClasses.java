package org.muletwilio.testkit.munit;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.testkit.munit.suite.MunitSuite;
import org.muletwilio.testkit.project.MuleProject;
import org.muletwilio.testkit.project.UsageException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The project's own classes, for suites that run assertions in Java. */
final class JavaClasses {

  private JavaClasses() {}

  /**
   * Compiles the project's Java sources where a suite needs them.
   *
   * @return the folder with the classes
   * @throws UsageException if they can't be compiled
   */
  static Optional<Path> of(MuleProject project, MunitSuite suite, TemporaryDirectory temporary) {
    boolean needed = suite.documents().values().stream().anyMatch(document -> document.contains("run-custom"));
    List<Path> sources = project.folder().filter(folder -> needed).map(JavaClasses::sources).orElse(List.of());
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    JavaCompiler compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
        .orElseThrow(() -> new UsageException("run-custom takes a JDK: there is no compiler"));
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, UTF_8)) {
      Path classes = Files.createDirectories(temporary.classes());
      List<String> options = List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path"), "-proc:none");
      if (!compiler.getTask(null, files, problems, options, null, files.getJavaFileObjectsFromPaths(sources)).call()) {
        throw new UsageException(problems.getDiagnostics().stream().map(Object::toString).collect(Collectors.joining("\n")));
      }
      return Optional.of(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources(Path project) {
    return Stream.of("src/main/java", "src/test/java").map(project::resolve).filter(Files::isDirectory)
        .flatMap(JavaClasses::in).toList();
  }

  private static Stream<Path> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
