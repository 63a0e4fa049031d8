package org.muletwilio.testkit.munit;

import static org.muletwilio.testkit.munit.MunitElements.NAMESPACE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns a suite into Mule XML: a test becomes a flow of its blocks' processors, and so does what a spy runs. All else stays as it
 * is, in its line.
 */
final class SuiteReader extends DefaultHandler {

  private static final String TOOLS = "http://www.mulesoft.org/schema/mule/munit-tools";
  private static final String DOCUMENTATION = "http://www.mulesoft.org/schema/mule/documentation";
  private static final Attributes NONE = new AttributesImpl();

  private final Path file;
  private final String name;
  private final XmlText main = new XmlText();
  private final XmlText spies = new XmlText();
  private final List<MunitTest> tests = new ArrayList<>();
  private final Map<String, List<String>> hooks = new LinkedHashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private XmlText out = main;
  private Locator locator;
  private Optional<TestStart> test = Optional.empty();
  private String root;
  private boolean isSuite;
  private int line = 1;
  private int spied;

  /** A test whose end hasn't been read yet. */
  private record TestStart(String name, String location, boolean ignored, Optional<String> expectedErrorType,
                           List<String> blocks) {

    MunitTest end() {
      return new MunitTest(name, location, ignored, expectedErrorType, blocks.contains("validation"));
    }
  }

  SuiteReader(Path file) {
    this.file = file;
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
      throw new SuiteException(name + ":" + line + ": " + e.getMessage(), e);
    } catch (IOException | ParserConfigurationException e) {
      throw new SuiteException(file + " can't be read", e);
    }
    if (!isSuite) {
      throw new SuiteException(name + " has no munit:config, so MUnit wouldn't take it for a suite");
    }
    Map<String, String> documents = new LinkedHashMap<>();
    documents.put(name, main.toString());
    if (spied > 0) {
      documents.put("spies of " + name, spies.toString());
    }
    return new MunitSuite(name, file, documents, List.copyOf(tests), Map.copyOf(hooks));
  }

  @Override
  public void setDocumentLocator(Locator documentLocator) {
    locator = documentLocator;
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) {
    if (open.isEmpty()) {
      root = qName;
      main.start(line, qName, attributes);
      spies.start(line, qName, attributes);
    } else if (uri.equals(NAMESPACE) && !MunitElements.PROCESSORS.contains(localName)) {
      startMunit(localName, qName, attributes);
    } else if (uri.equals(TOOLS) && (localName.equals("before-call") || localName.equals("after-call"))) {
      startSpied(qName, attributes);
    } else {
      out.start(line, qName, attributes);
    }
    open.push(uri.equals(NAMESPACE) ? "munit:" + localName : localName);
    line = locator.getLineNumber();
  }

  private void startMunit(String element, String qName, Attributes attributes) {
    MunitElements known = MunitElements.named(element).filter(each -> each.parents.contains(open.peek()))
        .orElseThrow(() -> refused("Element " + qName + " isn't known here"));
    for (int i = 0; i < attributes.getLength(); i++) {
      if (!known.attributes.contains(attributes.getQName(i)) && !attributes.getURI(i).equals(DOCUMENTATION)) {
        throw refused("Attribute " + attributes.getQName(i) + " of " + qName + " isn't known");
      }
    }
    if (known == MunitElements.CONFIG) {
      isSuite = true;
    } else if (known == MunitElements.TEST) {
      startTest(attributes);
    } else if (known.isHook()) {
      String flow = "munit-" + element + ":" + named(attributes);
      hooks.computeIfAbsent(element, each -> new ArrayList<>()).add(flow);
      startFlow(flow);
    } else {
      test.orElseThrow().blocks().add(element);
      if (known == MunitElements.VALIDATION && test.get().expectedErrorType().isPresent()) {
        endFlow();
        startFlow(test.get().end().validationFlow());
      }
    }
  }

  private void startTest(Attributes attributes) {
    TestStart started = new TestStart(named(attributes), name + ":" + line, "true".equals(attributes.getValue("ignore")),
                                      Optional.ofNullable(attributes.getValue("expectedErrorType")), new ArrayList<>());
    if (tests.stream().anyMatch(each -> each.name().equals(started.name()))) {
      throw refused("There is a test '" + started.name() + "' already");
    }
    test = Optional.of(started);
    startFlow(started.end().flow());
  }

  /** What a spy runs is a flow elsewhere, in the same line; the spy keeps its name. */
  private void startSpied(String qName, Attributes attributes) {
    String flow = "munit-spy:" + ++spied;
    out.start(line, qName, attributes, "flow", flow);
    out.end(qName);
    out = spies;
    startFlow(flow);
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    open.pop();
    if (open.isEmpty()) {
      main.end(qName);
      spies.end(qName);
    } else if (uri.equals(NAMESPACE) && MunitElements.named(localName).isPresent() && !MunitElements.PROCESSORS.contains(localName)) {
      endMunit(MunitElements.named(localName).get());
    } else if (uri.equals(TOOLS) && (localName.equals("before-call") || localName.equals("after-call"))) {
      endFlow();
      out = main;
    } else {
      out.end(qName);
    }
    line = locator.getLineNumber();
  }

  private void endMunit(MunitElements element) {
    if (element == MunitElements.TEST) {
      endFlow();
      tests.add(test.orElseThrow().end());
      test = Optional.empty();
    } else if (element.isHook()) {
      endFlow();
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    out.characters(new String(characters, start, length));
    line = locator.getLineNumber();
  }

  private void startFlow(String flow) {
    out.start(line, inCoreNamespace("flow"), NONE, "name", flow);
  }

  private void endFlow() {
    out.end(inCoreNamespace("flow"));
  }

  private String inCoreNamespace(String element) {
    return root.contains(":") ? root.substring(0, root.indexOf(':') + 1) + element : element;
  }

  private String named(Attributes attributes) {
    return Optional.ofNullable(attributes.getValue("name")).orElseThrow(() -> refused("A name is missing"));
  }

  private SuiteException refused(String problem) {
    return new SuiteException(name + ":" + line + ": " + problem);
  }
}
