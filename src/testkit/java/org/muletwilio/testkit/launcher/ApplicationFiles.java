package org.muletwilio.testkit.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an application's parts are.
 *
 * @param name the application's name
 * @param configs its Mule XML files
 * @param resources the folder that is on its class path
 * @param demo what an example runs and expects, from its {@code demo.properties}
 */
record ApplicationFiles(String name, List<Path> configs, Path resources, Properties demo) {

  private static final String DEMO = "demo.properties";
  private static final Set<String> NOT_MULE = Set.of("pom.xml", "log4j2.xml", "log4j2-test.xml");

  /**
   * @param path an application's folder as Studio has it, a folder of Mule XML files, or one such file
   * @throws UsageException if no application is there
   */
  static ApplicationFiles at(Path path) {
    Path file = path.toAbsolutePath().normalize();
    if (Files.isDirectory(file.resolve("src/main/mule"))) {
      return new ApplicationFiles(nameOf(file), xmlFilesIn(file.resolve("src/main/mule")), file.resolve("src/main/resources"),
                                  demoIn(file));
    }
    if (Files.isDirectory(file)) {
      return new ApplicationFiles(nameOf(file), xmlFilesIn(file), file, demoIn(file));
    }
    if (Files.isRegularFile(file)) {
      return new ApplicationFiles(nameOf(file), List.of(file), resourcesOf(file), new Properties());
    }
    throw new UsageException("No application is at " + path);
  }

  Optional<String> flow() {
    return Optional.ofNullable(demo.getProperty("flow"));
  }

  Optional<String> payload() {
    return Optional.ofNullable(demo.getProperty("payload"));
  }

  /** @return what the one does who is called, such as {@code busy} or {@code answered:1,42#} */
  Optional<String> call() {
    return Optional.ofNullable(demo.getProperty("call"));
  }

  /** @return what the one writes back who was written to, one by one */
  List<String> messages() {
    return Optional.ofNullable(demo.getProperty("messages")).map(texts -> List.of(texts.split("\\|"))).orElse(List.of());
  }

  /** @return one for each {@code expect.<flow>}, in their names' order */
  List<Expectation> expectations() {
    List<Expectation> expectations = new ArrayList<>();
    demo.stringPropertyNames().stream().filter(key -> key.startsWith("expect.")).sorted()
        .forEach(key -> expectations.add(Expectation.of(key.substring("expect.".length()), demo.getProperty(key))));
    return expectations;
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".xml") ? name.substring(0, name.length() - ".xml".length()) : name;
  }

  private static Path resourcesOf(Path xml) {
    Path folder = xml.getParent();
    return folder.endsWith("src/main/mule") ? folder.resolveSibling("resources") : folder;
  }

  private static List<Path> xmlFilesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> xml = files.filter(file -> file.toString().endsWith(".xml") && !NOT_MULE.contains(file.getFileName().toString()))
          .sorted().toList();
      if (xml.isEmpty()) {
        throw new UsageException("No Mule XML file is in " + folder);
      }
      return xml;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties demoIn(Path folder) {
    Properties demo = new Properties();
    Path file = folder.resolve(DEMO);
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        demo.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return demo;
  }
}
