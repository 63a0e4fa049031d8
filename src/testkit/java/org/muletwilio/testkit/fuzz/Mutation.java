package org.muletwilio.testkit.fuzz;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A small change of a text: one character replaced, added or removed. */
public final class Mutation {

  private final int kind;
  private final double place;
  private final char character;

  private Mutation(int kind, double place, char character) {
    this.kind = kind;
    this.place = place;
    this.character = character;
  }

  public static Arbitrary<Mutation> any() {
    return Combinators.combine(Arbitraries.integers().between(0, 2), Arbitraries.doubles().between(0, true, 1, false),
        Arbitraries.chars().with("aAzZ019-_~%/.+=&?#:@ \0ü")).as(Mutation::new);
  }

  /** @return the changed text, which is never the same */
  public String of(String text) {
    int at = (int) (place * text.length());
    if (kind == 1 || text.isEmpty()) {
      return text.substring(0, at) + character + text.substring(at);
    }
    String rest = text.substring(at + 1);
    char other = text.charAt(at) == character ? (char) (character + 1) : character;
    return text.substring(0, at) + (kind == 0 ? String.valueOf(other) : "") + rest;
  }

  @Override
  public String toString() {
    return (kind == 0 ? "replace by " : kind == 1 ? "insert " : "delete, not ") + (int) character + " at " + place;
  }
}
