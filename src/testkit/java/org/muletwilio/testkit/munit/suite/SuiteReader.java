package org.muletwilio.testkit.munit.suite;

import static org.muletwilio.testkit.munit.suite.MunitElements.NAMESPACE;

import org.muletwilio.testkit.check.Problem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns a suite into Mule XML: a test becomes a flow of its blocks' processors, and so does what a spy runs. All else stays as it
 * is, in its line.
 */
final class SuiteReader extends DefaultHandler {

  private static final String TOOLS = "http://www.mulesoft.org/schema/mule/munit-tools";
  private static final String DOCUMENTATION = "http://www.mulesoft.org/schema/mule/documentation";

  private final Path file;
  private final String name;
  private final Set<String> without;
  private final SettingsBuilder settings = new SettingsBuilder();
  private final List<TestDefinition> tests = new ArrayList<>();
  private final Map<String, int[]> lines = new LinkedHashMap<>();
  private final Map<String, List<String>> hooks = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final SuiteText text = new SuiteText();
  private Locator locator;
  private Optional<TestBuilder> test = Optional.empty();
  private int line = 1;

  /**
   * @param without the names of tests that are left out of the documents
   */
  SuiteReader(Path file, Set<String> without) {
    this.file = file;
    this.without = without;
    name = file.getFileName().toString();
  }

  MunitSuite read() {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(file.toFile(), this);
    } catch (SAXException e) {
      throw new SuiteException(name + ":" + (e instanceof SAXParseException at ? at.getLineNumber() : line) + ": "
                               + e.getMessage(), e);
    } catch (IOException | ParserConfigurationException e) {
      throw new SuiteException(file + " can't be read", e);
    }
    if (!settings.isSuite()) {
      throw SuiteException.notASuite(name);
    }
    return new MunitSuite(name, file, settings.settings(), text.documents(name), List.copyOf(tests), lines, Map.copyOf(hooks),
                          settings.ports(), List.copyOf(problems));
  }

  @Override
  public void setDocumentLocator(Locator documentLocator) {
    locator = documentLocator;
  }

  /** The default one prints to the console. */
  @Override
  public void fatalError(SAXParseException e) throws SAXException {
    throw e;
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) {
    if (open.isEmpty()) {
      text.startRoot(line, qName, attributes);
    } else if (uri.equals(NAMESPACE) && !MunitElements.isOfExtension(localName)) {
      startMunit(localName, qName, attributes);
    } else if (isSpied(uri, localName)) {
      text.startSpied(line, qName, attributes);
    } else {
      text.start(line, qName, attributes);
    }
    open.push(uri.equals(NAMESPACE) ? "munit:" + localName : localName);
    line = locator.getLineNumber();
  }

  private static boolean isSpied(String uri, String localName) {
    return uri.equals(TOOLS) && (localName.equals("before-call") || localName.equals("after-call"));
  }

  private void startMunit(String element, String qName, Attributes attributes) {
    text.startMunit(qName);
    Optional<MunitElements> found = MunitElements.named(element).filter(each -> each.parent.equals(open.peek()));
    if (found.isEmpty()) {
      report("<" + qName + "> isn't known " + (MunitElements.named(element).isPresent() ? "here" : "to the MUnit runner"));
      return;
    }
    MunitElements known = found.get();
    if (known == MunitElements.TEST) {
      startTest(attributes);
    }
    for (int i = 0; i < attributes.getLength(); i++) {
      if (!known.attributes.contains(attributes.getQName(i)) && !attributes.getURI(i).equals(DOCUMENTATION)) {
        report("<" + qName + "> has no attribute '" + attributes.getQName(i) + "' that the MUnit runner knows");
      }
    }
    if (known.isHook()) {
      startHook(element, qName, attributes);
    } else if (known == MunitElements.ENABLE_FLOW_SOURCE) {
      test.ifPresent(each -> each.enableFlowSource(String.valueOf(attributes.getValue("value"))));
    } else if (known == MunitElements.VALIDATION) {
      test.filter(each -> each.expected.isPresent()).ifPresent(each -> {
        text.endFlow();
        text.startFlow(line, each.end().validationFlow());
      });
      test.ifPresent(TestBuilder::validated);
    } else {
      try {
        settings.start(known, attributes);
      } catch (IllegalArgumentException e) {
        report("<" + qName + ">: " + e.getMessage());
      }
    }
  }

  private void startTest(Attributes attributes) {
    TestBuilder started = new TestBuilder(name, line, attributes);
    if (tests.stream().anyMatch(each -> each.name().equals(started.name))) {
      report("There is a test '" + started.name + "' already");
    }
    test = Optional.of(started);
    text.leaveOut(without.contains(started.name));
    text.startFlow(line, started.end().flow());
  }

  private void startHook(String element, String qName, Attributes attributes) {
    String flow = "munit-" + element + ":" + attributes.getValue("name");
    List<String> flows = hooks.computeIfAbsent(element, each -> new ArrayList<>());
    if (!flows.isEmpty()) {
      report("There is a <" + qName + "> already: MUnit takes one in each suite");
    }
    flows.add(flow);
    text.startFlow(line, flow);
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    open.pop();
    if (open.isEmpty()) {
      text.endRoot(qName);
    } else if (uri.equals(NAMESPACE) && !MunitElements.isOfExtension(localName)) {
      MunitElements.named(localName).filter(each -> each.parent.equals(open.peek())).ifPresent(this::endMunit);
    } else if (isSpied(uri, localName)) {
      text.endSpied();
    } else {
      text.end(qName);
    }
    line = locator.getLineNumber();
  }

  private void endMunit(MunitElements element) {
    if (element == MunitElements.TEST) {
      text.endFlow();
      text.leaveOut(false);
      TestBuilder ended = test.orElseThrow();
      tests.add(ended.end());
      lines.put(ended.name, new int[] {ended.line, locator.getLineNumber()});
      test = Optional.empty();
    } else if (element.isHook()) {
      text.endFlow();
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    text.characters(new String(characters, start, length));
    line = locator.getLineNumber();
  }

  /** What is wrong within a test is wrong with that test alone. */
  private void report(String message) {
    Problem problem = new Problem(name, line, message);
    test.ifPresentOrElse(each -> each.add(problem), () -> problems.add(problem));
  }
}
