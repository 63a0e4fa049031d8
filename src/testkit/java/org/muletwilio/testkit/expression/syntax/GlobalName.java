package org.muletwilio.testkit.expression.syntax;

/**
 * A name in a script that nothing in the script defines.
 *
 * @param namespace the part before {@code ::}; empty for a name without one
 * @param function whether it is called
 * @param position its first character's index in the script
 */
public record GlobalName(String namespace, String name, boolean function, int position) {

  @Override
  public String toString() {
    return (namespace.isEmpty() ? "" : namespace + "::") + name;
  }
}
