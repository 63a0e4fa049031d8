package org.muletwilio.testkit.munit.suite;

import java.util.LinkedHashMap;
import java.util.Map;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.AttributesImpl;

/** The Mule XML of a suite while it is written: its own document, and one of the flows that its spies run. */
final class SuiteText {

  private static final Attributes NONE = new AttributesImpl();

  private final XmlText main = new XmlText();
  private final XmlText spies = new XmlText();
  private XmlText out = main;
  private XmlText outOfSpies = spies;
  private String root = "";
  private String munit = "munit:";
  private int spied;
  private boolean empty;

  void startRoot(int line, String qName, Attributes attributes) {
    root = qName;
    main.start(line, qName, attributes);
    spies.start(line, qName, attributes);
  }

  void endRoot(String qName) {
    main.end(qName);
    spies.end(qName);
  }

  /** From here on, until it is said otherwise, nothing gets into the documents. */
  void leaveOut(boolean left) {
    out = left ? new XmlText() : main;
    outOfSpies = left ? new XmlText() : spies;
  }

  /**
   * @param qName of an element of MUnit's
   */
  void startMunit(String qName) {
    munit = qName.substring(0, qName.indexOf(':') + 1);
  }

  void start(int line, String qName, Attributes attributes) {
    empty = false;
    out.start(line, qName, attributes);
  }

  void end(String qName) {
    out.end(qName);
  }

  void characters(String content) {
    out.characters(content);
  }

  void startFlow(int line, String flow) {
    out.start(line, inCoreNamespace("flow"), NONE, "name", flow);
    empty = true;
  }

  /** Mule takes no flow without a processor; one of MUnit's isn't counted among those that a test calls. */
  void endFlow() {
    if (empty) {
      out.start(1, munit + "set-event", NONE, "cloneOriginalEvent", "true");
      out.end(munit + "set-event");
      empty = false;
    }
    out.end(inCoreNamespace("flow"));
  }

  /** What a spy runs is a flow elsewhere, in the same line; the spy keeps its name. */
  void startSpied(int line, String qName, Attributes attributes) {
    String flow = "munit-spy:" + ++spied;
    empty = false;
    out.start(line, qName, attributes, "flow", flow);
    out.end(qName);
    XmlText around = out;
    out = outOfSpies;
    outOfSpies = around;
    startFlow(line, flow);
  }

  void endSpied() {
    endFlow();
    empty = false;
    XmlText around = outOfSpies;
    outOfSpies = out;
    out = around;
  }

  private String inCoreNamespace(String element) {
    return root.contains(":") ? root.substring(0, root.indexOf(':') + 1) + element : element;
  }

  /** @return Mule XML by the names that errors show */
  Map<String, String> documents(String name) {
    Map<String, String> documents = new LinkedHashMap<>();
    documents.put(name, main.toString());
    if (spied > 0) {
      documents.put("spies of " + name, spies.toString());
    }
    return documents;
  }
}
