package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.function.Library;
import org.muletwilio.testkit.expression.token.Keywords;
import org.muletwilio.testkit.expression.token.Token;
import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.token.Tokens;
import org.muletwilio.testkit.expression.value.TypeExpression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code import}: of DataWeave's modules as far as they are known, and of the application's own. */
final class ImportParser {

  private final Parsing parsing;
  private final Tokens tokens;

  ImportParser(Parsing parsing) {
    this.parsing = parsing;
    this.tokens = parsing.tokens;
  }

  /** Reads the directive, of which the first word has been read. */
  void directive() {
    Token start = tokens.current();
    if (tokens.takes("*")) {
      tokens.expectWord("from");
      importAll(start, moduleName());
      return;
    }
    if (namesElements()) {
      Map<String, String> names = elements();
      importSome(start, names, moduleName());
      return;
    }
    String module = moduleName();
    String alias = tokens.takesWord("as") ? tokens.name() : module.substring(module.lastIndexOf(':') + 1);
    Optional<Library> library = parsing.libraries.module(module);
    if (library.isPresent()) {
      parsing.aliases.put(alias, library.get());
    } else {
      parsing.files.put(alias, file(start, module));
    }
  }

  /** Whether {@code from} comes before the next directive. */
  private boolean namesElements() {
    for (int i = 0;; i++) {
      Token token = tokens.ahead(i);
      if (token.isWord("from")) {
        return true;
      }
      boolean ofList = token.kind() == Kind.NAME && !Keywords.isDirective(token.text()) || token.isSymbol(",");
      if (!ofList) {
        return false;
      }
    }
  }

  /** Reads names, and the names that they get, up to {@code from}. */
  private Map<String, String> elements() {
    Map<String, String> names = new LinkedHashMap<>();
    while (!tokens.takesWord("from")) {
      String name = tokens.take().text();
      names.put(name, tokens.takesWord("as") ? tokens.name() : name);
      tokens.takes(",");
    }
    return names;
  }

  private String moduleName() {
    List<String> parts = new ArrayList<>(List.of(tokens.name()));
    while (tokens.takes("::")) {
      parts.add(tokens.take().text());
    }
    return String.join("::", parts);
  }

  private void importAll(Token start, String module) {
    Optional<Library> library = parsing.libraries.module(module);
    library.ifPresent(known -> known.types().forEach((name, type) -> parsing.types.put(name, TypeExpression.of(type))));
    Map<String, String> names = new LinkedHashMap<>();
    (library.isPresent() ? library.get().names() : file(start, module).names()).forEach(name -> names.put(name, name));
    importSome(start, names, module);
  }

  private void importSome(Token start, Map<String, String> names, String module) {
    Optional<Library> library = parsing.libraries.module(module);
    if (library.isEmpty()) {
      Module file = file(start, module);
      names.forEach((name, alias) -> {
        if (!file.names().contains(name)) {
          throw tokens.at(start, "the module " + module + " has no " + name);
        }
        parsing.importFrom(file, name, alias);
      });
      return;
    }
    names.forEach((name, alias) -> parsing.imported.put(alias, library.get().function(name)
        .orElseThrow(() -> tokens.at(start, module + "::" + name + " isn't known to the embedded expression language"))));
  }

  private Module file(Token start, String module) {
    return ScriptParser.module(module, parsing)
        .orElseThrow(() -> tokens.at(start, "The module " + module + " isn't known to the embedded expression language"));
  }
}
