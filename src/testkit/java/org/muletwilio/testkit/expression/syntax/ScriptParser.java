package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Environment;
import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.function.Libraries;
import org.muletwilio.testkit.expression.token.ExpressionSyntaxException;
import org.muletwilio.testkit.expression.token.Token.Kind;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads scripts in the part of DataWeave 2 that is known here. What it reads means the same in DataWeave; all else is refused.
 */
public final class ScriptParser {

  private final Libraries libraries;
  private final ModuleFiles modules;

  public ScriptParser(Libraries libraries, ModuleFiles modules) {
    this.libraries = libraries;
    this.modules = modules;
  }

  /**
   * @param source a script, or an expression without {@code #[]}
   * @throws ExpressionSyntaxException if it isn't one, or uses what isn't known here
   */
  public Script parse(String source) {
    Parsing parsing = new Parsing(source, libraries, modules);
    ExpressionParser expressions = new ExpressionParser(parsing);
    HeaderParser header = new HeaderParser(parsing, expressions);
    boolean hasHeader = header.isDirective();
    header.directives();
    if (hasHeader) {
      parsing.tokens.expect("---");
    } else {
      parsing.tokens.takes("---");
    }
    Expression body = expressions.expression();
    if (parsing.tokens.current().kind() != Kind.END) {
      throw parsing.tokens.unexpected();
    }
    UnaryOperator<Environment> definitions = header.definitions();
    UnaryOperator<Environment> imports = parsing.imports();
    return new Script(environment -> body.evaluate(definitions.apply(imports.apply(environment))), header.output(),
                      List.copyOf(parsing.globals));
  }

  /** @return a module of the application's own, if there is one of that name */
  static Optional<Module> module(String name, Parsing user) {
    return user.modules.source(name).map(source -> {
      Parsing parsing = new Parsing(source, user.libraries, user.modules);
      HeaderParser header = new HeaderParser(parsing, new ExpressionParser(parsing));
      header.directives();
      if (parsing.tokens.current().kind() != Kind.END) {
        throw parsing.tokens.unexpected("The module " + name + " has something else than definitions");
      }
      UnaryOperator<Environment> definitions = header.definitions();
      UnaryOperator<Environment> imports = parsing.imports();
      List<String> names = header.names();
      return new Module(Set.copyOf(names),
                        environment -> definitions.apply(imports.apply(Environment.of(environment.globals()))));
    });
  }
}
