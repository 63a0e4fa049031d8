package org.muletwilio.testkit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.xml.sax.SAXParseException;

/** Translates a parser's messages about a file and its schemas into plain words. */
final class SchemaMessages {

  private static final Pattern NAME = Pattern.compile("\\{\"([^\"]*)\":([\\w-]+)}|\"([^\"]*)\":([\\w-]+)");
  private static final Pattern INVALID_VALUE = Pattern.compile("cvc-attribute.3: The value '(.*)' of attribute '(.*)' on element "
      + "'(.*)' is not valid.*", Pattern.DOTALL);
  private static final Pattern ENUMERATION = Pattern.compile(".*enumeration '\\[(.*)]'.*", Pattern.DOTALL);

  private final Vocabulary vocabulary;
  private final BiPredicate<String, String> isElement;

  /**
   * @param isElement whether a namespace has an element of a name
   */
  SchemaMessages(Vocabulary vocabulary, BiPredicate<String, String> isElement) {
    this.vocabulary = vocabulary;
    this.isElement = isElement;
  }

  /**
   * @param unlocated the namespaces whose schemas the file doesn't name, which is a problem of its own
   * @return one problem for each fault, though a parser may report one fault twice
   */
  List<Problem> problems(String file, List<SAXParseException> errors, Set<String> unlocated) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < errors.size(); i++) {
      SAXParseException next = i + 1 < errors.size() ? errors.get(i + 1) : null;
      SAXParseException error = errors.get(i);
      if (next != null && next.getMessage().startsWith("cvc-attribute.3") && next.getLineNumber() == error.getLineNumber()) {
        problems.add(new Problem(file, error.getLineNumber(), invalidValue(next.getMessage(), error.getMessage())));
        i++;
      } else {
        message(error.getMessage(), unlocated).ifPresent(text -> problems.add(new Problem(file, error.getLineNumber(), text)));
      }
    }
    return problems;
  }

  private Optional<String> message(String error, Set<String> unlocated) {
    String code = error.startsWith("cvc-") ? error.substring(0, error.indexOf(':')) : "";
    return switch (code) {
      case "cvc-complex-type.2.4.a", "cvc-complex-type.2.4.d", "cvc-complex-type.2.4.c", "cvc-elt.1", "cvc-elt.1.a" ->
        unexpected(error, unlocated);
      case "cvc-complex-type.2.4.b" -> words(error, "element '(.*?)' is not complete(.*)", found -> "<" + found.group(1)
          + "> is not complete: " + expected(found.group(2)));
      case "cvc-complex-type.3.2.2" -> words(error, "Attribute '(.*)' is not allowed to appear in element '(.*)'",
                                             found -> "<" + found.group(2) + "> has no attribute '" + found.group(1)
                                                 + "' here: the embedded Mule doesn't know it");
      case "cvc-complex-type.4" -> words(error, "Attribute '(.*)' must appear on element '(.*)'",
                                         found -> "<" + found.group(2) + "> needs the attribute '" + found.group(1) + "'");
      case "cvc-complex-type.2.3" -> words(error, "Element '(.*?)'", found -> "<" + found.group(1)
          + "> can't have text between its tags");
      case "cvc-attribute.3" -> Optional.of(invalidValue(error, ""));
      default -> Optional.of(error.replaceFirst("^cvc-[\\w.-]+: ", ""));
    };
  }

  private static Optional<String> words(String error, String pattern, Function<MatchResult, String> message) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(error);
    return Optional.of(matcher.find() ? message.apply(matcher) : error);
  }

  /** A missing module is reported once, not for each of its elements. */
  private Optional<String> unexpected(String error, Set<String> unlocated) {
    Matcher name = NAME.matcher(error);
    if (!name.find()) {
      if (unlocated.contains(Vocabulary.CORE)) {
        return Optional.empty();
      }
      return words(error, "element '(.*?)'", found -> "the embedded Mule doesn't know <" + found.group(1) + ">");
    }
    String namespace = name.group(1) == null ? name.group(3) : name.group(1);
    String element = name.group(2) == null ? name.group(4) : name.group(2);
    if (unlocated.contains(namespace)) {
      return Optional.empty();
    }
    if (!vocabulary.modules().containsKey(namespace)) {
      return vocabulary.isUnknownModule(namespace) ? Optional.empty()
          : Optional.of("the embedded Mule doesn't know <" + element + "> of " + namespace);
    }
    String qualified = qualified(namespace, element);
    return Optional.of(isElement.test(namespace, element)
        ? "<" + qualified + "> can't stand here" + (error.contains("One of") ? ": " + expected(error.substring(name.end())) : "")
        : "the embedded Mule doesn't know <" + qualified + ">");
  }

  private String qualified(String namespace, String element) {
    return namespace.equals(Vocabulary.CORE) ? element : vocabulary.modules().getOrDefault(namespace, "?") + ":" + element;
  }

  /** @param text has names in braces; an abstract one stands for many */
  private String expected(String text) {
    List<String> names = NAME.matcher(text).results().map(found -> {
      String namespace = found.group(1) == null ? found.group(3) : found.group(1);
      String element = found.group(2) == null ? found.group(4) : found.group(2);
      return element.startsWith("abstract-") || element.endsWith("message-processor")
          ? element.contains("source") ? "a source" : element.contains("message-processor") ? "a processor" : element
          : "<" + qualified(namespace, element) + ">";
    }).filter(name -> !name.equals("<annotations>") && !name.equals("<description>")).distinct().collect(Collectors.toList());
    return "expected is " + (names.isEmpty() ? "nothing more" : String.join(" or ", names));
  }

  private static String invalidValue(String error, String reason) {
    Matcher value = INVALID_VALUE.matcher(error);
    Matcher allowed = ENUMERATION.matcher(reason);
    String why = allowed.matches() ? ": it is one of " + allowed.group(1) : "";
    return value.matches() ? "<" + value.group(3) + "> has '" + value.group(1) + "' as " + value.group(2) + ", which it can't be"
        + why : error;
  }
}
