package org.muletwilio.internal.error;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what is wrong with settings, so that all of it is told at once. */
public final class Problems {

  private final Set<String> found = new LinkedHashSet<>();

  /**
   * @param check makes a value of settings
   * @return the value; empty where the check throws an IllegalArgumentException, which says what is wrong
   */
  public <T> Optional<T> check(Supplier<T> check) {
    try {
      return Optional.of(check.get());
    } catch (IllegalArgumentException e) {
      found.add(e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * @param check throws an IllegalArgumentException that says what is wrong
   * @return whether nothing is
   */
  public boolean run(Runnable check) {
    return check(() -> {
      check.run();
      return true;
    }).isPresent();
  }

  /**
   * @param holds whether all is well
   * @param problem says what is wrong where it is not
   */
  public void require(boolean holds, Supplier<String> problem) {
    if (!holds) {
      found.add(problem.get());
    }
  }

  /** @throws IllegalArgumentException that says all that is wrong, if anything is */
  public void end() {
    if (found.size() == 1) {
      throw new IllegalArgumentException(found.iterator().next());
    }
    if (!found.isEmpty()) {
      List<String> numbered = new ArrayList<>();
      found.forEach(each -> numbered.add("(" + (numbered.size() + 1) + ") " + each));
      throw new IllegalArgumentException(found.size() + " settings are wrong. " + String.join("; ", numbered));
    }
  }
}
