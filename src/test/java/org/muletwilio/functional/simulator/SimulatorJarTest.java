package org.muletwilio.functional.simulator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.functional.support.Http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** The simulator as users get it: a jar that runs on Java alone. */
class SimulatorJarTest {

  private static final String PACKAGE = "org/muletwilio/simulator/";

  @Test
  void needsJavaAlone() throws IOException {
    Set<String> foreign = new TreeSet<>();
    try (JarFile jar = new JarFile(jar().toFile())) {
      for (JarEntry entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
        String name = entry.getName();
        assertTrue(name.startsWith(PACKAGE) || name.equals("META-INF/MANIFEST.MF"), name);
        if (name.endsWith(".class")) {
          try (InputStream in = jar.getInputStream(entry)) {
            foreign.addAll(foreign(new ClassReader(in.readAllBytes())));
          }
        }
      }
    }
    assertEquals(Set.of(), foreign);
  }

  @Test
  void startsFromTheCommandLine() throws Exception {
    assertTrue(run("--help").contains("--port N"));
    Process simulator = command("--port", "0").start();
    try (BufferedReader printed = simulator.inputReader()) {
      String first = printed.readLine();
      assertTrue(first.startsWith("Twilio simulator on http://127.0.0.1:"), first);
      String baseUri = first.split(" ")[3];
      assertTrue(Http.send("GET", baseUri + "/", "").body().contains("<title>Twilio simulator</title>"));
      assertTrue(Http.send("GET", baseUri + "/simulator/state", "").body().contains("\"messages\":[]"));
      assertEquals(401, Http.send("GET", baseUri + "/2010-04-01/Accounts.json", "").statusCode());
    } finally {
      simulator.destroy();
      assertTrue(simulator.waitFor(20, SECONDS));
    }
  }

  @Test
  void whyItDoesNotStartIsALine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process = command("--port", String.valueOf(taken.getLocalPort())).start();
      try (BufferedReader printed = process.inputReader()) {
        List<String> lines = printed.lines().toList();
        assertEquals(List.of("The simulator can't listen on 127.0.0.1:" + taken.getLocalPort() + ": Address already in use"),
                     lines);
        assertEquals(1, process.waitFor());
      }
    }
  }

  private static String run(String... options) throws Exception {
    Process process = command(options).start();
    try (BufferedReader printed = process.inputReader()) {
      String text = String.join("\n", printed.lines().toList());
      assertEquals(0, process.waitFor());
      return text;
    }
  }

  private static ProcessBuilder command(String... options) throws IOException {
    Stream<String> java = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar().toString());
    return new ProcessBuilder(Stream.concat(java, Stream.of(options)).toList()).redirectErrorStream(true);
  }

  private static Set<String> foreign(ClassReader reader) {
    Set<String> types = new TreeSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && reader.readByte(offset - 1) == 7) {
        types.add(reader.readUTF8(offset, buffer).replaceAll("^\\[+L?|;$", ""));
      }
    }
    types.removeIf(type -> type.length() == 1 || type.startsWith(PACKAGE)
        || Stream.of("java/", "javax/net/ssl/", "javax/crypto/", "javax/xml/parsers/", "javax/xml/XMLConstants", "org/w3c/dom/",
                     "org/xml/sax/", "com/sun/net/httpserver/").anyMatch(type::startsWith));
    return types;
  }

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files.filter(file -> file.getFileName().toString().endsWith("-simulator.jar")).findFirst().orElseThrow();
    }
  }
}
