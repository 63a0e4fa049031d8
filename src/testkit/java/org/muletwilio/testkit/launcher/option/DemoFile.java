package org.muletwilio.testkit.launcher.option;

import org.muletwilio.testkit.project.UsageException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** What an example runs and expects, from its {@code demo.properties}: options without their dashes. */
public final class DemoFile {

  private static final String NAME = "demo.properties";

  private DemoFile() {}

  /**
   * @param folder the example's
   * @return its options; none if it has no such file
   * @throws UsageException if a key isn't one of an example's
   */
  public static Map<LauncherOption, List<String>> in(Path folder) {
    Map<LauncherOption, List<String>> values = new EnumMap<>(LauncherOption.class);
    Properties lines = read(folder.resolve(NAME));
    for (String key : new TreeSet<>(lines.stringPropertyNames())) {
      int dot = key.indexOf('.');
      LauncherOption option = LauncherOption.ofKey(dot < 0 ? key : key.substring(0, dot)).filter(found -> found.group.ofExamples)
          .orElseThrow(() -> new UsageException(folder.resolve(NAME) + ": " + key + " isn't a key; --help lists them"));
      String value = lines.getProperty(key);
      values.computeIfAbsent(option, each -> new ArrayList<>()).add(dot < 0 ? value : key.substring(dot + 1) + "=" + value);
    }
    return values;
  }

  private static Properties read(Path file) {
    Properties lines = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        lines.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lines;
  }
}
