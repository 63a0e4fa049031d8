package org.muletwilio.testkit.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The jar of an application as the stand-in reads it: Mule's XML in the root. A real server needs more, which Maven packs. */
public final class ApplicationJar {

  private ApplicationJar() {}

  /**
   * @param configs the folder with the application's XML files
   * @param jar is written
   */
  public static void write(Path configs, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.list(configs)) {
      for (Path file : files.toList()) {
        entries.putNextEntry(new JarEntry(file.getFileName().toString()));
        Files.copy(file, entries);
      }
    }
  }

  /** @return the application's XML, each file as text */
  static List<String> read(Path jar) throws IOException {
    List<String> configs = new ArrayList<>();
    try (JarFile open = new JarFile(jar.toFile())) {
      for (JarEntry entry : open.stream().filter(each -> each.getName().matches("[^/]+\\.xml")).toList()) {
        configs.add(new String(open.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return configs;
  }
}
