package org.muletwilio.testkit.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scripts for Node.js with modules of npm. A folder in src/testkit/tools has them with the package.json that names the modules;
 * .ci/install-tools installs those into the folder of that name in target/tools.
 *
 * @param name of the folder
 * @param module the module that must be there
 */
public record NodeTool(String name, String module) {

  private static final Path SCRIPTS = Path.of("src/testkit/tools");
  private static final Path INSTALLED = Path.of("target/tools");

  /** @return why it can't be run, or empty where it can */
  public Optional<String> reasonAgainst() {
    return Tool.find("node").isPresent() && Files.isDirectory(folder().resolve("node_modules").resolve(module)) ? Optional.empty()
        : Optional.of(module + " of npm isn't installed; .ci/install-tools does it where there is npm");
  }

  /** @return the command that runs a script with these arguments */
  public List<String> command(String script, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(Tool.find("node").orElseThrow().toString(), besideItsModules(script).toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Node looks for modules beside a script. */
  private Path besideItsModules(String script) {
    try {
      Path copy = Files.createTempFile(folder(), "", "-" + script).toAbsolutePath();
      copy.toFile().deleteOnExit();
      return Files.write(copy, Files.readAllBytes(SCRIPTS.resolve(name).resolve(script)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    return INSTALLED.resolve(name);
  }
}
