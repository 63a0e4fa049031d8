package org.muletwilio.benchmarks.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM has loaded, by its log of class+load at debug level: a line that names the class, then one that tells its size.
 *
 * @param number of classes
 * @param bytes of their class files
 */
record LoadedClasses(int number, long bytes) {

  private static final Pattern NAME = Pattern.compile("\\] (\\S+) source: .*");
  private static final Pattern BYTES = Pattern.compile(" bytes: (\\d+)");

  /**
   * @param log the lines
   * @param prefix of the names of those that count
   */
  static LoadedClasses of(List<String> log, String prefix) {
    int number = 0;
    long bytes = 0;
    boolean counts = false;
    for (String line : log) {
      Matcher name = NAME.matcher(line);
      Matcher size = BYTES.matcher(line);
      if (name.find()) {
        counts = name.group(1).startsWith(prefix);
        number += counts ? 1 : 0;
      } else if (counts && size.find()) {
        bytes += Long.parseLong(size.group(1));
        counts = false;
      }
    }
    return new LoadedClasses(number, bytes);
  }
}
