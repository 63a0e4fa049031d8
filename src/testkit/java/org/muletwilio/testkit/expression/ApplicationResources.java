package org.muletwilio.testkit.expression;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.testkit.expression.function.Libraries;
import org.muletwilio.testkit.expression.function.Library;
import org.muletwilio.testkit.expression.syntax.ScriptParser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** What an application's expressions can use beside what an event brings: files on its class path, and modules of functions. */
public final class ApplicationResources {

  private final ClassLoader classLoader;
  private final ScriptParser parser;

  /**
   * @param classLoader the application's
   * @param libraries modules beside DataWeave's own
   */
  public ApplicationResources(ClassLoader classLoader, List<Library> libraries) {
    this.classLoader = classLoader;
    parser = new ScriptParser(new Libraries(libraries),
                              module -> file(module.replace("::", "/") + ".dwl").map(content -> new String(content, UTF_8)));
  }

  /** @return reads scripts that use the application's modules */
  public ScriptParser parser() {
    return parser;
  }

  public Optional<byte[]> file(String name) {
    try (InputStream in = classLoader.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
