package org.muletwilio.testkit.expression.syntax;

import java.util.HashSet;
import java.util.Set;

/** The names that are known at a place of a script. */
final class Scope {

  private final Scope outer;
  private final Set<String> names = new HashSet<>();

  private Scope(Scope outer) {
    this.outer = outer;
  }

  static Scope empty() {
    return new Scope(null);
  }

  Scope inner() {
    return new Scope(this);
  }

  void add(String name) {
    names.add(name);
  }

  boolean knows(String name) {
    return names.contains(name) || outer != null && outer.knows(name);
  }
}
