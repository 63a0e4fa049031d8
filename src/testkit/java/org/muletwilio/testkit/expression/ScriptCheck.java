package org.muletwilio.testkit.expression;

import org.muletwilio.testkit.expression.token.ExpressionSyntaxException;
import org.muletwilio.testkit.expression.syntax.GlobalName;
import org.muletwilio.testkit.expression.syntax.Script;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out, before anything runs, whether a script can be read and each name in it will be bound. */
public final class ScriptCheck {

  private static final Set<String> VARIABLES = Set.of("payload", "attributes", "vars", "error", "correlationId", "message",
                                                      "itemSequenceInfo", "authentication", "flow", "app", "mule", "server",
                                                      "dataType");
  private static final Set<String> FUNCTIONS = Set.of("p", "lookup", "causedBy");

  private final ApplicationResources resources;
  private final Set<String> functions = new HashSet<>();

  /**
   * @param extensionFunctions those of extensions, such as {@code MunitTools::equalTo}
   */
  public ScriptCheck(ApplicationResources resources, Set<String> extensionFunctions) {
    this.resources = resources;
    functions.addAll(extensionFunctions);
    FUNCTIONS.forEach(name -> functions.addAll(List.of(name, "Mule::" + name)));
  }

  /**
   * What is wrong with a script.
   *
   * @param position the index in the script
   */
  public record Problem(int position, String message) {
  }

  /** @return what is wrong with an expression, without {@code #[]} */
  public List<Problem> problems(String source) {
    try {
      Script script = resources.parser().parse(source);
      return script.globals().stream().flatMap(name -> problem(name).stream()).distinct().toList();
    } catch (ExpressionSyntaxException e) {
      return List.of(new Problem(e.position(), e.getMessage()));
    }
  }

  private Optional<Problem> problem(GlobalName name) {
    boolean function = name.function() || !name.namespace().isEmpty();
    if (function ? functions.contains(name.toString()) : VARIABLES.contains(name.name()) || functions.contains(name.name())) {
      return Optional.empty();
    }
    return Optional.of(new Problem(name.position(), function
        ? "the function " + name + " isn't known to the embedded expression language" : "nothing is bound to " + name));
  }
}
