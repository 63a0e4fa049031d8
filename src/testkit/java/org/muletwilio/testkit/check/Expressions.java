package org.muletwilio.testkit.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.testkit.expression.ApplicationResources;
import org.muletwilio.testkit.expression.ScriptCheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Checks the expressions of elements: those in attributes and text, and the scripts of {@code ee:transform}. */
final class Expressions {

  private static final String DOCUMENTATION = "http://www.mulesoft.org/schema/mule/documentation";
  /** Attributes that are expressions without {@code #[]}, too. */
  private static final Map<String, Set<String>> BARE =
      Map.of("when", Set.of("expression"), "foreach", Set.of("collection"),
             "idempotent-message-validator", Set.of("idExpression", "valueExpression"));

  private final ScriptCheck scripts;
  private final ApplicationResources resources;

  Expressions(ScriptCheck scripts, ApplicationResources resources) {
    this.scripts = scripts;
    this.resources = resources;
  }

  List<Problem> problems(String file, XmlElement element) {
    List<Problem> problems = new ArrayList<>();
    for (XmlAttribute attribute : element.attributes()) {
      if (!attribute.namespace().equals(DOCUMENTATION)) {
        for (ExpressionText expression : expressions(element, attribute)) {
          problems.addAll(problems(file, element, expression, position -> attribute.lineOf(expression.start() + position)));
        }
      }
    }
    if (element.namespace().equals(Vocabulary.TRANSFORM) && element.name().startsWith("set-")) {
      problems.addAll(script(file, element));
    } else if (!element.is(Vocabulary.CORE, "description")) {
      for (ExpressionText expression : ExpressionText.in(element.text())) {
        problems.addAll(problems(file, element, expression, position -> line(element, expression.start() + position)));
      }
    }
    return problems;
  }

  private static List<ExpressionText> expressions(XmlElement element, XmlAttribute attribute) {
    boolean template = element.is(Vocabulary.CORE, "logger") && attribute.name().equals("message");
    List<ExpressionText> found = template ? ExpressionText.inTemplate(attribute.value()) : ExpressionText.in(attribute.value());
    boolean bare = found.isEmpty() && element.namespace().equals(Vocabulary.CORE)
        && BARE.getOrDefault(element.name(), Set.of()).contains(attribute.name());
    return bare ? List.of(new ExpressionText(attribute.value(), 0)) : found;
  }

  private List<Problem> script(String file, XmlElement element) {
    Optional<XmlAttribute> resource = element.attribute("resource");
    if (resource.isEmpty()) {
      ExpressionText script = new ExpressionText(element.text(), 0);
      return problems(file, element, script, position -> line(element, position));
    }
    String name = resource.get().value().replaceFirst("^classpath:/*", "");
    if (name.contains("${")) {
      return List.of();
    }
    return resources.file(name).map(content -> {
      String source = new String(content, UTF_8);
      return problems(name, element, new ExpressionText(source, 0), position -> 1 + lines(source, position));
    }).orElseGet(() -> List.of(new Problem(file, resource.get().line(), "<" + element.qualifiedName() + "> names the script "
        + resource.get().value() + ", which isn't on the application's class path")));
  }

  private List<Problem> problems(String file, XmlElement element, ExpressionText expression, IntUnaryOperator line) {
    List<ScriptCheck.Problem> found = List.of();
    for (String variant : expression.variants()) {
      List<ScriptCheck.Problem> problems = scripts.problems(variant);
      if (problems.isEmpty()) {
        return List.of();
      }
      found = found.isEmpty() ? problems : found;
    }
    return found.stream().map(each -> new Problem(file, line.applyAsInt(Math.max(0, each.position())),
                                                  "<" + element.qualifiedName() + ">: " + each.message())).toList();
  }

  private static int line(XmlElement element, int position) {
    return element.textLine() + lines(element.text(), position);
  }

  private static int lines(String text, int position) {
    return (int) text.substring(0, Math.min(position, text.length())).chars().filter(each -> each == '\n').count();
  }
}
