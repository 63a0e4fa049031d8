package org.muletwilio.documentation;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.error.TwilioError;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Tables of the documentation name all that there is, and nothing else. */
class DocumentedNamesTest {

  private static final Page README = Page.of("README.md");
  private static final Page CALLBACKS = Page.of("docs/callbacks.md");
  private static final Pattern ERROR = Pattern.compile("TWILIO:[A-Z]+(?:_[A-Z]+)*");
  private static final Pattern TEST = Pattern.compile("[A-Z]\\w+Test");

  @Test
  void theReadmeHasEveryOperation() {
    Set<String> listed = new TreeSet<>();
    README.table("### Operations").forEach(row -> listed.addAll(expanded(Page.codeIn(row.get(0)))));
    Set<String> known = new TreeSet<>(new Reference().elements());
    known.removeIf(name -> name.equals("config") || name.endsWith("connection") || name.startsWith("on-"));
    assertEquals(known, listed);
  }

  @Test
  void thePageOfSourcesHasEverySource() {
    Set<String> listed = new TreeSet<>();
    Page.of("docs/sources.md").table("# Flows that listen").forEach(row -> listed.addAll(Page.codeIn(row.get(0))));
    assertEquals(new Reference().elements().stream().filter(name -> name.startsWith("on-")).collect(toCollection(TreeSet::new)),
        listed);
  }

  /** Where a row of the README has a word as the default, that is the default. */
  @Test
  void theReadmesSettingsAreThoseOfTheConfig() {
    Reference reference = new Reference();
    List<String> wrong = new ArrayList<>();
    for (List<String> row : README.table("### `twilio:http-callback-config`")) {
      List<String> names = Page.codeIn(row.get(0));
      names.stream().filter(name -> !reference.section("config").contains("| `" + name + "` |")).forEach(wrong::add);
      Page.codeIn(row.get(1)).stream().limit(1).filter(value -> value.matches("[A-Za-z/.0-9]+") && !value.equals("MINUTES"))
          .filter(value -> reference.defaultText(names.get(0)).filter(known -> !known.equals(value)).isPresent())
          .forEach(value -> wrong.add(names.get(0) + " is not " + value));
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyKindIsListedWithItsAnswer() {
    List<String> listed = new ArrayList<>();
    for (List<String> row : CALLBACKS.table("## Kinds")) {
      for (String name : Page.codeIn(row.get(0))) {
        CallbackKind kind = CallbackKind.valueOf(name);
        assertEquals(kind.isAnswered(), !row.get(3).isEmpty(), name);
        assertEquals(kind.isAnsweredWithTwiml(), row.get(3).equals("yes"), name);
        listed.add(name);
      }
    }
    assertEquals(Stream.of(CallbackKind.values()).map(Enum::name).sorted().toList(), listed.stream().sorted().toList());
  }

  @Test
  void bothPagesHaveEveryAttribute() {
    Set<String> known = new TreeSet<>();
    for (Method method : CallbackAttributes.class.getMethods()) {
      if (method.getDeclaringClass().getName().startsWith("org.muletwilio.api.callback.") && method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers()) && method.getName().matches("(get|is)[A-Z].*")) {
        String name = method.getName().replaceFirst("get|is", "");
        known.add(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
      }
    }
    assertEquals(known, namesIn(README.table("### What the flow gets")));
    assertEquals(known, namesIn(CALLBACKS.table("## Payload and attributes")));
  }

  @Test
  void bothPagesHaveEveryErrorType() {
    Set<String> known = Stream.of(TwilioError.values()).filter(error -> error != TwilioError.INVALID_SIGNATURE).map(Enum::name)
        .collect(toCollection(TreeSet::new));
    String list = README.prose().substring(README.prose().indexOf("### Errors"), README.prose().indexOf("In brackets: children"));
    assertEquals(known, Page.codeIn(list).stream().map(name -> name.replace("TWILIO:", "")).filter(name -> !name.contains("-"))
        .collect(toCollection(TreeSet::new)));
    for (TwilioError error : TwilioError.values()) {
      error.getParent().filter(TwilioError.class::isInstance).ifPresent(parent -> assertTrue(
          list.matches(".*`(TWILIO:)?" + parent + "` \\([^)]*`" + error + "`[^)]*\\).*"), error + " is a child of " + parent));
    }
    Page.all("docs/errors.md", "docs/troubleshooting.md", "docs/callbacks.md", "docs/tunnels.md").stream()
        .flatMap(page -> page.code().stream()).filter(code -> ERROR.matcher(code).matches())
        .forEach(code -> TwilioError.valueOf(code.replace("TWILIO:", "")));
  }

  /** Tests that the documentation refers to are there. */
  @Test
  void everyTestThatIsNamedExists() throws Exception {
    List<String> missing = new ArrayList<>();
    for (Page page : Page.all()) {
      for (String code : page.code()) {
        if (TEST.matcher(code).matches() && !DocumentedNumber.isTest(code)) {
          missing.add(page.getName() + ": " + code);
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private static Set<String> namesIn(List<List<String>> table) {
    return table.stream().flatMap(row -> Page.codeIn(row.get(0)).stream()).collect(toCollection(TreeSet::new));
  }

  /** <code>create-</code>, <code>get-application</code> are create-application and get-application; a list has the plural. */
  private static List<String> expanded(List<String> names) {
    List<String> whole = new ArrayList<>();
    String last = names.get(names.size() - 1);
    for (String name : names) {
      if (name.endsWith("-")) {
        whole.add(name + last.substring(last.indexOf('-') + 1) + (name.equals("list-") ? "s" : ""));
      } else {
        whole.add(name.startsWith("-") ? names.get(0).substring(0, names.get(0).indexOf('-')) + name : name);
      }
    }
    return whole;
  }
}
