package org.muletwilio.testkit.munit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.mule.runtime.api.meta.NamedObject;
import org.mule.runtime.api.meta.model.ExtensionModel;

import org.muletwilio.testkit.check.ExtensionModels;
import org.muletwilio.testkit.module.ModuleWords;
import org.muletwilio.testkit.munit.matcher.Asserts;
import org.muletwilio.testkit.munit.suite.MunitElements;
import org.muletwilio.testkit.munit.tools.MunitExtension;
import org.muletwilio.testkit.munit.tools.MunitToolsExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The page lists each word of MUnit's that the runner knows, and the suites of {@code munit-vocabulary} use each of them. */
class MunitDocumentationTest {

  private static final Path SUITES = Path.of("src/test/resources/munit-vocabulary/src/test/munit");
  private static final List<Class<?>> EXTENSIONS = List.of(MunitExtension.class, MunitToolsExtension.class);
  /** Attributes that could be elements, too, which MUnit doesn't have. */
  private static final Set<String> SIMPLE =
      Set.of("actual", "cause", "exception", "expected", "expression", "is", "params", "whereValue");
  /** The elements that are of a type. */
  private static final Map<String, List<String>> CHILDREN =
      Map.of("munit:event-attributes", List.of("munit:attributes", "munit-tools:attributes"),
             "munit:event-error", List.of("munit:error"),
             "munit:event-payload", List.of("munit:payload", "munit-tools:payload"),
             "munit:variable", List.of("munit:variable", "munit-tools:variable"),
             "munit-tools:flow-call", List.of("munit-tools:then-call"),
             "munit-tools:mocked-return", List.of("munit-tools:then-return"));
  private static final Pattern ROW = Pattern.compile("\\| `<(munit(?:-tools)?:[\\w-]+)>` \\|([^|]*)\\|");
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");
  private static final Pattern FUNCTION = Pattern.compile("\\b(Munit|MunitTools)::(\\w+)");

  @Test
  void thePageListsTheElementsThatAreKnown() throws IOException {
    Map<String, Set<String>> listed = new TreeMap<>();
    Matcher row = ROW.matcher(page());
    while (row.find()) {
      Set<String> words = listed.computeIfAbsent(row.group(1), name -> new TreeSet<>());
      WORD.matcher(row.group(2)).results().map(word -> word.group(1)).forEach(words::add);
    }
    assertEquals(ModuleWords.lines(known()), ModuleWords.lines(listed));
  }

  @Test
  void theSuitesUseEachOfThem() throws Exception {
    Map<String, Set<String>> used = new TreeMap<>();
    for (Path suite : suites()) {
      Document document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(suite.toFile());
      add(used, document.getDocumentElement());
    }
    Map<String, Set<String>> unused = known();
    unused.forEach((element, words) -> words.removeAll(used.getOrDefault(element, Set.of())));
    unused.entrySet().removeIf(each -> each.getValue().isEmpty() && used.containsKey(each.getKey()));
    assertEquals("", ModuleWords.lines(unused));
  }

  @Test
  void thePageListsTheFunctionsThatAreKnownAndTheSuitesUseEachOfThem() throws IOException {
    Set<String> known = new TreeSet<>();
    for (ExtensionModel model : ExtensionModels.of(EXTENSIONS)) {
      String module = model.getXmlDslModel().getPrefix().equals("munit") ? "Munit::" : "MunitTools::";
      model.getFunctionModels().stream().map(NamedObject::getName).map(module::concat).forEach(known::add);
    }
    known.removeIf(name -> name.startsWith("Mule::"));
    assertEquals(known, functions(page().lines().filter(line -> line.startsWith("| ")).collect(Collectors.joining("\n"))));
    Set<String> used = new TreeSet<>();
    for (Path suite : suites()) {
      used.addAll(functions(Files.readString(suite)));
    }
    assertEquals(known, used);
  }

  @Test
  void thePageListsTheAssertsThatAreKnownAndASuiteUsesEachOfThem() throws IOException {
    String line = page().lines().filter(each -> each.startsWith("| `dw::test::Asserts` |")).findFirst().orElseThrow();
    Set<String> listed = new TreeSet<>(WORD.matcher(line.substring(line.indexOf('|', 1))).results().map(word -> word.group(1))
        .toList());
    Set<String> known = new TreeSet<>(Asserts.library().names());
    assertEquals(known, listed);
    String suite = Files.readString(SUITES.resolve("asserts-suite.xml"));
    known.removeIf(name -> Pattern.compile("\\b" + name + "\\b").matcher(suite).find());
    assertEquals(Set.of(), known);
  }

  private static Map<String, Set<String>> known() {
    Map<String, Set<String>> known = new TreeMap<>();
    ModuleWords.of(EXTENSIONS).forEach((type, words) -> {
      words.removeIf(word -> word.equals("<value>") && words.contains("value")
          || SIMPLE.contains(word.replaceAll("[<>]", "").replace("where-value", "whereValue")) && word.startsWith("<"));
      words.removeIf(word -> words.contains("<" + word.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ">"));
      CHILDREN.getOrDefault(type, List.of(type)).forEach(element -> known.put(element, words));
    });
    known.put("munit-tools:error", new TreeSet<>(Set.of("typeId", "cause")));
    for (MunitElements element : MunitElements.values()) {
      Set<String> words = new TreeSet<>(element.attributes());
      element.children().forEach(child -> words.add("<" + child + ">"));
      known.put(element.qualifiedName(), words);
    }
    known.values().removeIf(Set::isEmpty);
    return known;
  }

  private static Set<String> functions(String text) {
    return new TreeSet<>(FUNCTION.matcher(text).results().map(found -> found.group(1) + "::" + found.group(2)).toList());
  }

  private static void add(Map<String, Set<String>> used, Element element) {
    Set<String> words = used.computeIfAbsent(element.getTagName(), name -> new TreeSet<>());
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      words.add(element.getAttributes().item(i).getNodeName());
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element each) {
        words.add("<" + each.getTagName().replaceFirst(".*:", "") + ">");
        add(used, each);
      }
    }
  }

  private static List<Path> suites() throws IOException {
    try (Stream<Path> files = Files.list(SUITES)) {
      return files.sorted().toList();
    }
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/munit.md"));
  }
}
