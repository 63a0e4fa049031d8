package org.muletwilio.testkit.project;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

/** The attributes of an application's elements, with the values of its properties. */
record ResolvedAttributes(Function<String, Optional<String>> properties) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

  Optional<String> of(Element element, String name) {
    return Optional.of(element.getAttribute(name)).filter(value -> !value.isEmpty()).map(this::resolved);
  }

  private String resolved(String value) {
    Matcher placeholder = PLACEHOLDER.matcher(value);
    return placeholder.replaceAll(found -> Matcher.quoteReplacement(properties.apply(found.group(1)).orElse(found.group())));
  }
}
