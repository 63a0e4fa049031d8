package org.muletwilio.benchmarks.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a program has used so far.
 *
 * @param cpu the whole process's, by the operating system; it counts in hundredths of a second
 * @param allocated bytes, by all threads that live; -1 where the program can't tell
 * @param heap bytes in use
 * @param classes loaded
 */
record Usage(Duration cpu, long allocated, long heap, long classes) {

  static Usage of(Duration cpu, String status) {
    Map<String, Long> values = new HashMap<>();
    for (String each : status.split(" ")) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        values.put(each.substring(0, equals), Long.parseLong(each.substring(equals + 1)));
      }
    }
    return new Usage(cpu, values.getOrDefault("allocated", -1L), values.getOrDefault("heap", -1L),
                     values.getOrDefault("classes", -1L));
  }
}
