package org.muletwilio.functional.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.functional.support.XmlNames;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The XML that the documentation shows names only elements and attributes that the connector has. */
class DocumentationXmlTest {

  private static final String TWILIO = "http://www.mulesoft.org/schema/mule/twilio";
  private static final String DOC = "http://www.mulesoft.org/schema/mule/documentation";
  private static final Pattern XML = Pattern.compile("(?s)```xml\n(.*?)```");
  private static final Pattern OTHER_CONNECTORS = Pattern.compile("Mule 3|MuleSoft's");
  private static final String ROOT = "<root xmlns:twilio='" + TWILIO + "' xmlns:doc='" + DOC + "' xmlns:munit='munit' "
      + "xmlns:munit-tools='munit-tools' xmlns:http='http' xmlns:tls='tls' xmlns:os='os' xmlns:ee='ee' "
      + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>";

  private static XmlNames names;

  @BeforeAll
  static void load() {
    try (EmbeddedMule mule = EmbeddedMule.builder().config(TestApplication.document(TestApplication.flow("nothing"))).start()) {
      names = XmlNames.of(mule.extensionModel("Twilio"));
    }
  }

  @Test
  void everyElementAndAttributeExists() throws Exception {
    List<String> unknown = new ArrayList<>();
    int snippets = 0;
    for (Path page : DocumentationLinksTest.pages()) {
      List<String> found = XML.matcher(Files.readString(page)).results().map(each -> each.group(1)).toList();
      for (String snippet : found) {
        check(page + ": ", parse(snippet), unknown);
        snippets++;
      }
    }
    assertEquals(List.of(), unknown);
    assertTrue(snippets > 20, snippets + " snippets");
  }

  @Test
  void whatDoesNotExistIsFound() throws Exception {
    List<String> unknown = new ArrayList<>();
    check("", parse("<twilio:send-message messageBody='x'><twilio:contexts/></twilio:send-message>"
        + "<twilio:connection body='y'/>"), unknown);

    assertEquals(List.of("twilio:send-message has no messageBody", "no twilio:contexts", "twilio:connection has no body"),
                 unknown);
  }

  /** What follows a comment that names another connector, up to the next comment, is that one's. */
  private static void check(String where, Node parent, List<String> unknown) {
    boolean ours = true;
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Comment) {
        ours = !OTHER_CONNECTORS.matcher(child.getTextContent()).find();
      } else if (child instanceof Element element && ours) {
        if (TWILIO.equals(element.getNamespaceURI())) {
          unknown.addAll(names.unknownIn(element).stream().map(name -> where + name).toList());
        }
        check(where, element, unknown);
      }
    }
  }

  private static Element parse(String snippet) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    String elements = snippet.replaceFirst("<\\?xml.*?\\?>", "");
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(ROOT + elements + "</root>")))
        .getDocumentElement();
  }
}
