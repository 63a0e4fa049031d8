package org.muletwilio.functional.plugin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.w3c.dom.NodeList;

/** The jar that users get. */
class PackagedJarTest {

  private static final int JAVA_8 = 52;

  @Test
  void holdsTheConnectorAndNothingElse() throws IOException {
    try (JarFile jar = jar()) {
      for (JarEntry entry : entries(jar)) {
        String name = entry.getName();
        assertTrue(name.startsWith("org/muletwilio/api/") || name.startsWith("org/muletwilio/internal/")
            || Set.of("META-INF/mule-artifact/mule-artifact.json", "META-INF/mule-artifact/icon.svg",
                "META-INF/org/mule/runtime/core/config/registry-bootstrap.properties",
                "META-INF/maven/org.muletwilio/mule-twilio-connector/pom.xml").contains(name), name);
      }
      assertArrayEquals(Files.readAllBytes(Path.of("icon/icon.svg")), bytes(jar, "META-INF/mule-artifact/icon.svg"));
    }
  }

  /** Also what is not a class: the catalogue of Twilio's API, what Mule registers, the descriptor. */
  @Test
  void holdsAllThatIsBuilt() throws IOException {
    Path classes = Path.of("target/classes");
    Set<String> built = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes)) {
      files.filter(Files::isRegularFile).map(classes::relativize)
          .forEach(file -> built.add(file.toString().replace(File.separatorChar, '/')));
    }
    assertTrue(built.stream().anyMatch(name -> name.contains("/internal/request/catalogue/") && !name.endsWith(".class")));
    try (JarFile jar = jar()) {
      entries(jar).forEach(entry -> built.remove(entry.getName()));
    }
    assertEquals(Set.of(), built);
  }

  /** An application names the plugin by its classifier, and Maven needs the pom beside it. */
  @Test
  void isWhatARepositoryGets() throws IOException {
    try (JarFile jar = jar()) {
      String version = version(jar);
      Path published = Path.of("target/published/org/muletwilio/mule-twilio-connector", version);
      assertEquals(-1, Files.mismatch(Path.of(jar.getName()), published.resolve(Path.of(jar.getName()).getFileName())));
      assertEquals(-1, Files.mismatch(Path.of("pom.xml"), published.resolve("mule-twilio-connector-" + version + ".pom")));
    }
  }

  /** Maven refuses to deploy without a network, so that {@code mvn -o verify} must not come to it. */
  @Test
  void isBuiltOffline() throws Exception {
    NodeList goals = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(Path.of("pom.xml").toFile())
        .getElementsByTagName("goal");
    List<String> bound = IntStream.range(0, goals.getLength()).mapToObj(i -> goals.item(i).getTextContent()).toList();
    assertTrue(bound.contains("install-file"), bound::toString);
    assertEquals(List.of(), bound.stream().filter(goal -> goal.startsWith("deploy")).toList());
  }

  @Test
  void isBytecodeForJava8() throws IOException {
    try (JarFile jar = jar()) {
      for (JarEntry entry : entries(jar)) {
        if (entry.getName().endsWith(".class")) {
          try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            assertEquals(0xCAFEBABE, in.readInt());
            in.readUnsignedShort();
            assertEquals(JAVA_8, in.readUnsignedShort(), entry.getName());
          }
        }
      }
    }
  }

  @Test
  void exportsItsApiAlone() throws IOException {
    try (JarFile jar = jar()) {
      JsonNode descriptor = new ObjectMapper().readTree(bytes(jar, "META-INF/mule-artifact/mule-artifact.json"));
      assertEquals(version(jar), descriptor.at("/extensionModelLoaderDescriptor/attributes/version").asText());
      Set<String> exported = new TreeSet<>();
      descriptor.at("/classLoaderModelLoaderDescriptor/attributes/exportedPackages").forEach(each -> exported.add(each.asText()));
      Set<String> api = new TreeSet<>();
      for (JarEntry entry : entries(jar)) {
        if (entry.getName().startsWith("org/muletwilio/api/")) {
          api.add(entry.getName().substring(0, entry.getName().lastIndexOf('/')).replace('/', '.'));
        }
      }
      assertEquals(api, exported);
    }
  }

  @Test
  void declaresItsJavaVersions() throws IOException {
    List<String> versions = new ArrayList<>();
    try (JarFile jar = jar()) {
      new ClassReader(bytes(jar, "org/muletwilio/internal/TwilioConnector.class")).accept(new ClassVisitor(Opcodes.ASM9) {

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
          boolean other = !descriptor.equals("Lorg/mule/sdk/api/annotation/JavaVersionSupport;");
          return other ? null : new AnnotationVisitor(Opcodes.ASM9) {

            @Override
            public AnnotationVisitor visitArray(String name) {
              return this;
            }

            @Override
            public void visitEnum(String name, String type, String value) {
              versions.add(value);
            }
          };
        }
      }, 0);
    }
    assertEquals(List.of("JAVA_8", "JAVA_11", "JAVA_17"), versions);
  }

  /**
   * Mule's exported public API, what the plugin brings along, and Java: nothing of Mule's inner parts, of Java EE or of the
   * JDK's.
   */
  @Test
  void usesPublicApiAlone() throws IOException {
    Set<String> used = new HashSet<>();
    try (JarFile jar = jar()) {
      for (JarEntry entry : entries(jar)) {
        if (entry.getName().endsWith(".class")) {
          ClassReader reader = new ClassReader(bytes(jar, entry.getName()));
          char[] buffer = new char[reader.getMaxStringLength()];
          for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == 7) {
              used.add(reader.readUTF8(offset, buffer).replaceAll("^\\[+L?|;$", ""));
            }
          }
        }
      }
    }
    for (String type : used) {
      boolean mule = type.startsWith("org/mule/");
      assertTrue(!mule || Stream.of("runtime/api/", "runtime/extension/api/", "runtime/http/api/", "metadata/api/", "sdk/api/")
          .anyMatch(api -> type.startsWith("org/mule/" + api)), type);
      assertTrue(!type.startsWith("sun/") && !type.startsWith("com/sun/") && !type.startsWith("javax/xml/bind"), type);
    }
  }

  private static JarFile jar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return new JarFile(files.filter(file -> file.getFileName().toString().endsWith("-mule-plugin.jar")).findFirst()
          .orElseThrow().toFile());
    }
  }

  private static String version(JarFile jar) {
    String name = Path.of(jar.getName()).getFileName().toString();
    return name.substring("mule-twilio-connector-".length(), name.length() - "-mule-plugin.jar".length());
  }

  private static List<JarEntry> entries(JarFile jar) {
    return jar.stream().filter(entry -> !entry.isDirectory()).toList();
  }

  private static byte[] bytes(JarFile jar, String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    assertNotNull(entry, name);
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
