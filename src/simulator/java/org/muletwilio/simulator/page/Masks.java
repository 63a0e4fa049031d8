package org.muletwilio.simulator.page;

import org.muletwilio.simulator.resource.Form;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Hides what is secret in what the page shows: passwords of addresses, tokens and secrets. */
final class Masks {

  private static final Set<String> SECRET_FIELDS = Set.of("client_secret", "Password", "SipAuthPassword", "AuthToken");
  private static final Pattern PASSWORD = Pattern.compile("://([^/@\\s:\"]*):[^/@\\s\"]*@");
  private static final Pattern SECRET = Pattern.compile("(\"(?:access_token|auth_token|client_secret|secret)\":\")[^\"]*");

  private Masks() {}

  static String text(String text) {
    return SECRET.matcher(PASSWORD.matcher(text).replaceAll("://$1:…@")).replaceAll("$1…");
  }

  static List<List<String>> pairs(Form form) {
    return form.fields().stream()
        .map(field -> List.of(field.name(), SECRET_FIELDS.contains(field.name()) ? "…" : text(field.value()))).toList();
  }
}
