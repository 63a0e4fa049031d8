package org.muletwilio.testkit.munit.suite;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A YAML file with parameterizations: names, and below each its properties. */
final class ParameterizationFile {

  private ParameterizationFile() {}

  /**
   * @param folders where it is looked for
   * @return properties by the parameterizations' names
   * @throws SuiteException if it isn't there, or isn't such a file
   */
  static Map<String, Map<String, String>> read(String file, List<Path> folders) {
    Path found = folders.stream().map(folder -> folder.resolve(file)).filter(Files::isRegularFile).findFirst()
        .orElseThrow(() -> new SuiteException("The file of parameterizations " + file + " isn't in " + folders));
    try (Reader reader = Files.newBufferedReader(found)) {
      Map<String, Map<String, String>> parameterizations = new LinkedHashMap<>();
      map(new Yaml(new SafeConstructor()).load(reader), file).forEach((name, values) -> {
        Map<String, String> properties = new LinkedHashMap<>();
        map(values, file).forEach((property, value) -> properties.put(String.valueOf(property), String.valueOf(value)));
        parameterizations.put(String.valueOf(name), properties);
      });
      return parameterizations;
    } catch (IOException | YAMLException e) {
      throw new SuiteException("The file of parameterizations " + found + " can't be read: " + e.getMessage(), e);
    }
  }

  private static Map<?, ?> map(Object value, String file) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new SuiteException("The file of parameterizations " + file + " must have names and, below each, properties");
  }
}
