package org.muletwilio.functional.plugin;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the connector's classes reach, found by the JDK's {@code jdeps}. Mule's class loader for the plugin has the plugin's own
 * dependencies, the packages that Mule exports, and Java: since Mule 4.6 none of Java EE, and never what Mule uses inside.
 */
class DependenciesTest {

  private static final Pattern ARCHIVE = Pattern.compile("(?m)^(\\S+) -> (.+)$");
  private static final Pattern MISSING = Pattern.compile("(?m)^ +(\\S+) +-> (\\S+) +not found$");
  private static final Pattern PACKAGE = Pattern.compile("\\.[A-Z].*");

  /** Of the plugin's own: they come with the Twilio SDK. */
  private static final Set<String> OWN = Set.of("twilio", "httpclient5", "httpcore5", "httpcore5-h2", "jackson-annotations",
      "jackson-core", "jackson-databind", "jackson-dataformat-xml", "jackson-datatype-jsr310", "stax2-api", "woodstox-core");
  /** Which Mule exports to plugins. */
  private static final Set<String> OF_MULE = Set.of("slf4j-api", "javax.inject");
  /** Annotations that no Java looks for. */
  private static final Set<String> OF_THE_COMPILER = Set.of("value-annotations");
  private static final Set<String> OF_JAVA = Set.of("java.base", "java.xml", "java.logging", "java.sql");
  /** Which libraries do without. */
  private static final Set<String> OPTIONAL = Set.of("org.brotli.dec", "org.conscrypt", "org.slf4j.impl");
  /** Mule itself, and what writes the log of tests. */
  private static final Set<String> NOT_OF_THE_PLUGIN =
      Set.of(Path.of("/org/mule/") + File.separator, Path.of("/org/apache/logging/") + File.separator);
  private static final Pattern PUBLIC_API = Pattern.compile(
      "jakarta\\.inject|org\\.mule\\.(runtime\\.(api|extension\\.api|http\\.api)|metadata\\.api|sdk\\.api)(\\..*)?");
  private static final int JAVA_8 = 52;

  private static String report;

  @BeforeAll
  static void analyse() {
    StringWriter out = new StringWriter();
    int result = ToolProvider.findFirst("jdeps").orElseThrow().run(new PrintWriter(out), new PrintWriter(out),
        "--multi-release", "base", "-R", "-verbose:class", "-cp", classPath().map(File::getPath)
        .collect(joining(File.pathSeparator)), "target/classes");
    report = out.toString();
    assertEquals(0, result, report);
  }

  @Test
  void areThoseOfTheSdkOfMuleAndOfJava() {
    Set<String> archives = new TreeSet<>();
    for (Matcher matcher = ARCHIVE.matcher(report); matcher.find();) {
      archives.add(nameOf(new File(matcher.group(2))));
    }
    archives.remove("not found");
    Set<String> allowed = new TreeSet<>(OWN);
    allowed.addAll(OF_MULE);
    allowed.addAll(OF_JAVA);
    allowed.addAll(OF_THE_COMPILER);
    assertTrue(archives.contains("twilio"), report);
    archives.removeAll(allowed);
    assertEquals(Set.of(), archives);
  }

  /** Mule's own are left off the class path, so that jdeps finds none of them. */
  @Test
  void areMulesPublicApiWhereTheyAreMules() {
    Set<String> missing = new TreeSet<>();
    for (Matcher matcher = MISSING.matcher(report); matcher.find();) {
      missing.add(PACKAGE.matcher(matcher.group(2)).replaceFirst(""));
    }
    assertTrue(missing.contains("org.mule.runtime.extension.api.annotation"), report);
    missing.removeIf(PUBLIC_API.asMatchPredicate());
    missing.removeAll(OPTIONAL);
    assertEquals(Set.of(), missing);
  }

  @Test
  void runOnJava8() throws IOException {
    List<File> jars = classPath().filter(file -> OWN.contains(nameOf(file))).toList();
    assertEquals(OWN, jars.stream().map(DependenciesTest::nameOf).collect(toCollection(TreeSet::new)));
    for (File file : jars) {
      try (JarFile jar = new JarFile(file)) {
        for (JarEntry entry : jar.stream().filter(DependenciesTest::isSeenByJava8).toList()) {
          try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            assertEquals(0xCAFEBABE, in.readInt());
            in.readUnsignedShort();
            assertTrue(in.readUnsignedShort() <= JAVA_8, file.getName() + " " + entry.getName());
          }
        }
      }
    }
  }

  private static boolean isSeenByJava8(JarEntry entry) {
    String name = entry.getName();
    return name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class");
  }

  private static Stream<File> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new)
        .filter(file -> file.isFile() && NOT_OF_THE_PLUGIN.stream().noneMatch(file.toPath().toString()::contains));
  }

  /** @return the artifact of a jar; the name of a module */
  private static String nameOf(File file) {
    return file.getName().endsWith(".jar") ? file.getName().replaceFirst("-\\d[^/]*\\.jar$", "") : file.getName();
  }
}
