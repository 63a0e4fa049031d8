package org.muletwilio.testkit.expression.token;

import java.util.Set;

/** The words that are no names of variables. After a dot, and as keys, they are names like any other. */
public final class Keywords {

  private static final Set<String> VALUES = Set.of("true", "false", "null");
  private static final Set<String> DIRECTIVES = Set.of("output", "input", "var", "fun", "type", "ns", "import", "annotation");
  private static final Set<String> OTHERS = Set.of("and", "or", "not", "default", "as", "is", "if", "else", "unless", "case",
                                                   "do", "using", "from", "at", "match", "update");

  private Keywords() {}

  public static boolean isKeyword(String word) {
    return isValue(word) || isDirective(word) || OTHERS.contains(word);
  }

  public static boolean isValue(String word) {
    return VALUES.contains(word);
  }

  public static boolean isDirective(String word) {
    return DIRECTIVES.contains(word);
  }
}
