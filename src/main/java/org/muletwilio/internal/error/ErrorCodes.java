package org.muletwilio.internal.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.unmodifiableMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Twilio's error codes, each with the error that it becomes: what error-codes.txt says. */
final class ErrorCodes {

  private static final String FILE = "error-codes.txt";
  private static final Pattern ROW = Pattern.compile("(\\w+) \\| ([\\d, ]+) \\| .*");
  private static final Map<Integer, TwilioError> ERRORS = read();

  private ErrorCodes() {}

  /** @return the error of a code, or empty where the code is not one of those that have their own */
  static Optional<TwilioError> errorOf(int code) {
    return Optional.ofNullable(ERRORS.get(code));
  }

  private static Map<Integer, TwilioError> read() {
    Map<Integer, TwilioError> errors = new HashMap<>();
    try (BufferedReader file = new BufferedReader(new InputStreamReader(ErrorCodes.class.getResourceAsStream(FILE), UTF_8))) {
      for (String line = file.readLine(); line != null; line = file.readLine()) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
          for (String code : row.group(2).split(", ")) {
            errors.put(Integer.valueOf(code), TwilioError.valueOf(row.group(1)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return unmodifiableMap(errors);
  }
}
