package org.muletwilio.testkit.expression.function;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The modules that an expression can use: DataWeave's, as far as they are known here, and those that a test tool adds. */
public final class Libraries {

  private final Library core;
  private final Map<String, Library> modules = new LinkedHashMap<>();

  /**
   * @param more modules beside DataWeave's own
   */
  public Libraries(List<Library> more) {
    core = CoreArrays.library().addAll(CoreObjects.library()).addAll(CoreText.library()).addAll(CoreNumbers.library())
        .addAll(CoreValues.library());
    add(core);
    List.of(StringsLibrary.library(), ArraysLibrary.library(), ObjectsLibrary.library(), BytesLibraries.binaries(),
            BytesLibraries.crypto(), BytesLibraries.url(), DatesLibraries.dates(), DatesLibraries.periods(),
            CoercionsLibrary.library(), RuntimeLibrary.library()).forEach(this::add);
    more.forEach(this::add);
  }

  private void add(Library library) {
    modules.put(library.name(), library);
  }

  /** @return the functions that need no import */
  public Library core() {
    return core;
  }

  public Optional<Library> module(String name) {
    return Optional.ofNullable(modules.get(name));
  }

  public Set<String> names() {
    return Set.copyOf(modules.keySet());
  }
}
