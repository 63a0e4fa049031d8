package org.muletwilio.testkit.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks that the configs and object stores that elements name are there. */
final class References {

  /** What an attribute names, and how the names of such elements end. */
  private enum Kind {

    CONFIG("config-ref", "config", "config"), OBJECT_STORE("objectStore", "object store", "object-store");

    private final String attribute;
    private final String described;
    private final String element;

    Kind(String attribute, String described, String element) {
      this.attribute = attribute;
      this.described = described;
      this.element = element;
    }
  }

  private final Map<String, String> defined = new TreeMap<>();

  /**
   * @param elements those of all files
   */
  References(List<XmlElement> elements) {
    elements.stream().filter(element -> element.depth() == 1).forEach(element -> element.attribute("name")
        .ifPresent(name -> defined.put(name.value(), element.name())));
  }

  List<Problem> problems(String file, XmlElement element) {
    return element.attributes().stream().filter(attribute -> attribute.namespace().isEmpty())
        .flatMap(attribute -> problem(file, element, attribute).stream()).toList();
  }

  /** Another module may have a name of its own in an attribute of this name. */
  private static boolean usesStores(XmlElement element) {
    return element.namespace().endsWith("/os") || element.namespace().equals(Vocabulary.CORE);
  }

  private Optional<Problem> problem(String file, XmlElement element, XmlAttribute attribute) {
    String value = attribute.value();
    Optional<Kind> kind = Arrays.stream(Kind.values()).filter(each -> each.attribute.equals(attribute.name())).findFirst();
    if (kind.isEmpty() || kind.get() == Kind.OBJECT_STORE && !usesStores(element) || value.contains("#[") || value.contains("${")
        || defined.containsKey(value)) {
      return Optional.empty();
    }
    String others = defined.entrySet().stream().filter(each -> each.getValue().endsWith(kind.get().element))
        .map(each -> "'" + each.getKey() + "'").collect(Collectors.joining(", "));
    return Optional.of(new Problem(file, attribute.line(), "<" + element.qualifiedName() + "> names the " + kind.get().described
        + " '" + value + "', which the application doesn't have. It has " + (others.isEmpty() ? "none" : others)));
  }
}
