package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Environment;
import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.evaluation.Globals;
import org.muletwilio.testkit.expression.evaluation.MappingInputs;
import org.muletwilio.testkit.expression.function.Libraries;
import org.muletwilio.testkit.expression.token.ExpressionSyntaxException;
import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.value.FunctionValue;
import org.muletwilio.testkit.expression.value.Values;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads scripts in the part of DataWeave 2 that is known here. What it reads means the same in DataWeave; all else is refused.
 */
public final class ScriptParser {

  /** The function by which a file that is a script, and not a module, is called with its inputs. */
  private static final String MAIN = "main";

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
      ExpressionParser expressions = new ExpressionParser(parsing);
      HeaderParser header = new HeaderParser(parsing, expressions);
      header.directives();
      Optional<Expression> body = parsing.tokens.takes("---") ? Optional.of(expressions.expression()) : Optional.empty();
      if (parsing.tokens.current().kind() != Kind.END) {
        throw parsing.tokens.unexpected("The module " + name + " has something else than definitions");
      }
      UnaryOperator<Environment> definitions = header.definitions();
      UnaryOperator<Environment> imports = parsing.imports();
      Set<String> names = new LinkedHashSet<>(header.names());
      body.ifPresent(script -> names.add(MAIN));
      return new Module(Set.copyOf(names), environment -> {
        Environment defined = definitions.apply(imports.apply(Environment.of(environment.globals())));
        return body.map(script -> defined.with(Map.of(MAIN, new FunctionValue(MAIN, 1, 1, arguments -> {
          Globals inputs = new MappingInputs(Values.object(Values.plain(arguments[0])), environment.globals());
          return script.evaluate(definitions.apply(imports.apply(Environment.of(inputs))));
        })))).orElse(defined);
      });
    });
  }
}
