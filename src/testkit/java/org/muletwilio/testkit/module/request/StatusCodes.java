package org.muletwilio.testkit.module.request;

import java.util.stream.Stream;

/** Statuses as they are written: {@code 200..299} or {@code 200,201}. */
final class StatusCodes {

  private StatusCodes() {}

  static boolean contain(String values, int status) {
    return Stream.of(values.split(",")).map(String::strip).anyMatch(part -> {
      String[] ends = part.split("\\.\\.");
      return status >= Integer.parseInt(ends[0]) && status <= Integer.parseInt(ends[ends.length - 1]);
    });
  }
}
