package org.muletwilio.functional.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.launcher.Launch;
import org.muletwilio.testkit.launcher.option.LauncherOptions;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the demo, and what they print. */
abstract class DemoFixture {

  final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @TempDir
  Path folder;

  static void edit(Path app, String before, String after) throws Exception {
    Path xml = app.resolve("src/main/mule/send-sms.xml");
    String text = Files.readString(xml);
    assertTrue(text.contains(before), text);
    Files.writeString(xml, text.replace(before, after));
  }

  boolean demo(String... options) throws Exception {
    return run(Path.of("examples/send-sms"), options);
  }

  boolean run(Path app, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(app.toString());
    return new Launch(LauncherOptions.parse(arguments), Map.of(), new PrintStream(output, true, UTF_8)).run();
  }

  /** An example as a user's own application would be: without demo.properties. */
  Path copyWithoutExpectations(String example) throws Exception {
    Path copy = folder.resolve(example);
    FileUtils.copyDirectory(Path.of("examples", example, "src").toFile(), copy.resolve("src").toFile());
    return copy;
  }

  void assertPrinted(String pattern) {
    assertTrue(Pattern.compile(pattern).matcher(printed()).find(), () -> pattern + " isn't in\n" + printed());
  }

  String printed() {
    return output.toString(UTF_8);
  }
}
