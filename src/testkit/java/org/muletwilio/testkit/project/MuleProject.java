package org.muletwilio.testkit.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An application's files.
 *
 * @param name the application's name: that of its folder or file
 * @param folder where the project is, if it has a folder of its own
 * @param configs its Mule XML files
 * @param resources the folders that are on its class path
 * @param suites its MUnit suites
 * @param testResources the folders that are on the class path of its tests, before the others
 */
public record MuleProject(String name, Optional<Path> folder, List<Path> configs, List<Path> resources, List<Path> suites,
                          List<Path> testResources) {

  private static final Set<String> NOT_MULE = Set.of("pom.xml", "log4j2.xml", "log4j2-test.xml");
  private static final int ANY_DEPTH = Integer.MAX_VALUE;

  /**
   * @param path a project's folder as Studio has it, the connector's own, a folder of Mule XML files, or one such file
   * @throws UsageException if no application is there
   */
  public static MuleProject at(Path path) {
    Path file = path.toAbsolutePath().normalize();
    if (Files.isDirectory(file.resolve("src"))) {
      return inMavenFolder(file);
    }
    if (Files.isDirectory(file)) {
      return new MuleProject(nameOf(file), Optional.of(file), required(xmlFilesIn(file, 1), file), List.of(file), List.of(),
                             List.of());
    }
    if (Files.isRegularFile(file)) {
      return new MuleProject(nameOf(file), Optional.empty(), List.of(file), List.of(resourcesOf(file)), List.of(), List.of());
    }
    throw new UsageException("No application is at " + path);
  }

  /**
   * @return the system properties that the project's MUnit plugin sets for its tests
   */
  public Map<String, String> munitProperties() {
    return pom().map(MunitPlugin::propertiesIn).orElse(Map.of());
  }

  /**
   * @return the properties that the project's MUnit plugin sets to free ports
   */
  public List<String> munitPorts() {
    return pom().map(MunitPlugin::portsIn).orElse(List.of());
  }

  private Optional<Path> pom() {
    return folder.map(root -> root.resolve("pom.xml")).filter(Files::exists);
  }

  private static MuleProject inMavenFolder(Path root) {
    List<Path> configs = xmlFilesIn(root.resolve("src/main/mule"), ANY_DEPTH);
    List<Path> suites = xmlFilesIn(root.resolve("src/test/munit"), ANY_DEPTH);
    if (configs.isEmpty() && suites.isEmpty()) {
      throw new UsageException("No Mule XML file is in " + root.resolve("src/main/mule"));
    }
    return new MuleProject(nameOf(root), Optional.of(root), configs, existing(root.resolve("src/main/resources")), suites,
                           existing(root.resolve("src/test/resources")));
  }

  private static List<Path> existing(Path folder) {
    return Files.isDirectory(folder) ? List.of(folder) : List.of();
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".xml") ? name.substring(0, name.length() - ".xml".length()) : name;
  }

  private static Path resourcesOf(Path xml) {
    Path folder = xml.getParent();
    return folder.endsWith("src/main/mule") ? folder.resolveSibling("resources") : folder;
  }

  private static List<Path> required(List<Path> configs, Path folder) {
    if (configs.isEmpty()) {
      throw new UsageException("No Mule XML file is in " + folder);
    }
    return configs;
  }

  private static List<Path> xmlFilesIn(Path folder, int depth) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(".xml"))
          .filter(file -> !NOT_MULE.contains(file.getFileName().toString())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
