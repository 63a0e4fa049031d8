package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Environment;
import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.function.Builtin;
import org.muletwilio.testkit.expression.function.Libraries;
import org.muletwilio.testkit.expression.function.Library;
import org.muletwilio.testkit.expression.token.Token;
import org.muletwilio.testkit.expression.token.Tokens;
import org.muletwilio.testkit.expression.value.TypeExpression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What the parsers of one script share: its words, the names that are known so far, and those that nothing defines. */
final class Parsing {

  final Tokens tokens;
  final Libraries libraries;
  final ModuleFiles modules;
  final List<GlobalName> globals;
  final Map<String, Builtin> imported;
  final Map<String, Library> aliases;
  final Map<String, Module> files;
  final Map<String, TypeExpression> types;
  final Map<String, Map<String, Expression>> typeOptions = new HashMap<>();
  private final Map<String, Expression> fromFiles = new HashMap<>();
  private Scope scope;

  Parsing(String source, Libraries libraries, ModuleFiles modules) {
    this(new Tokens(source, 0), libraries, modules, new ArrayList<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(),
         new HashMap<>(), Scope.empty());
  }

  private Parsing(Tokens tokens, Libraries libraries, ModuleFiles modules, List<GlobalName> globals,
                  Map<String, Builtin> imported, Map<String, Library> aliases, Map<String, Module> files,
                  Map<String, TypeExpression> types, Scope scope) {
    this.tokens = tokens;
    this.libraries = libraries;
    this.modules = modules;
    this.globals = globals;
    this.imported = imported;
    this.aliases = aliases;
    this.files = files;
    this.types = types;
    this.scope = scope;
  }

  /** @return the same for an expression that is embedded in a text */
  Parsing embedded(Token.Part part) {
    return new Parsing(new Tokens(part.text(), tokens.offset() + part.position()), libraries, modules, globals, imported, aliases,
                       files, types, scope);
  }

  Scope scope() {
    return scope;
  }

  /** Parses something in which some more names are known. */
  <T> T within(List<String> names, Supplier<T> parser) {
    Scope outer = scope;
    scope = outer.inner();
    names.forEach(scope::add);
    try {
      return parser.get();
    } finally {
      scope = outer;
    }
  }

  /** Parses something in which {@code $}, {@code $$} and {@code $$$} are known. */
  <T> T withDollars(Supplier<T> parser) {
    return within(List.of("$", "$$", "$$$"), parser);
  }

  /** Makes a definition of an application's module known by a name. */
  void importFrom(Module file, String name, String alias) {
    scope.add(alias);
    fromFiles.put(alias, environment -> file.definitions().apply(environment).get(name));
  }

  /** @return adds to an environment what was imported from the application's modules */
  UnaryOperator<Environment> imports() {
    Map<String, Expression> all = Map.copyOf(fromFiles);
    return environment -> {
      Map<String, Object> values = new HashMap<>();
      all.forEach((name, definition) -> values.put(name, new Environment.Lazy(() -> definition.evaluate(environment))));
      return all.isEmpty() ? environment : environment.with(values);
    };
  }

  /** @return a function that needs no namespace */
  Optional<Builtin> builtin(String name) {
    return Optional.ofNullable(imported.get(name)).or(() -> libraries.core().function(name));
  }
}
