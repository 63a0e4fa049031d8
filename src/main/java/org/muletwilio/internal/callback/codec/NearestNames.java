package org.muletwilio.internal.callback.codec;

import static java.util.Collections.emptyList;
import static java.util.Comparator.comparingInt;
import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;

/** Proposes the names that somebody may have meant. */
public final class NearestNames {

  private static final int AT_MOST = 3;
  /** Every name is shorter; what is longer was not meant as one, and would take long to compare. */
  private static final int LONGEST = 250;

  private NearestNames() {}

  /** @return up to three of the names, the one spelled most like the given one first; none that differ in more than half */
  public static List<String> to(String given, Collection<String> names) {
    if (given == null || given.length() > LONGEST) {
      return emptyList();
    }
    String wanted = given.toLowerCase(ROOT);
    return names.stream().filter(name -> isLike(name, wanted))
        .sorted(comparingInt(name -> distance(wanted, name.toLowerCase(ROOT)))).limit(AT_MOST).collect(toList());
  }

  /** @return the proposal that ends a message; nothing where no name is like the one given */
  public static String proposal(List<String> names) {
    return names.isEmpty() ? "" : ". Did you mean " + names.stream().map(name -> "'" + name + "'").collect(joining(" or ")) + "?";
  }

  /** What is given may be a text of any length: only one that is about as long as a name is compared with it letter by letter. */
  private static boolean isLike(String name, String wanted) {
    return Math.abs(wanted.length() - name.length()) <= most(name) && distance(wanted, name.toLowerCase(ROOT)) <= most(name);
  }

  private static int most(String name) {
    return Math.min(Math.max(2, name.length() / 2), name.length() - 1);
  }

  /** The number of letters to insert, remove or replace (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
