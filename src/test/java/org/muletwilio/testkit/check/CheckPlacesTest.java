package org.muletwilio.testkit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Where a problem is: its file and its line. */
class CheckPlacesTest extends CheckFixture {

  @Test
  void linesAreThoseOfAttributesTextsAndScripts() throws Exception {
    Files.createDirectories(folder.resolve("dwl"));
    Files.writeString(folder.resolve("dwl/bad.dwl"), "%dw 2.0\noutput application/json\n---\n{a: payload.b,\n c: paylod}");
    assertEquals(List.of("app.xml:5: <logger>: nothing is bound to one", "app.xml:9: <ee:set-payload>: nothing is bound to two",
                         "app.xml:15: <ee:set-variable> names the script dwl/none.dwl, which isn't on the application's class "
                         + "path",
                         "app.xml:20: <set-payload>: nothing is bound to three",
                         "dwl/bad.dwl:5: <ee:set-variable>: nothing is bound to paylod"),
                 problems("""
        <flow name="a">
          <logger
              level="INFO"
              message="#[one]"/>
          <ee:transform doc:name="T">
            <ee:message>
              <ee:set-payload><![CDATA[%dw 2.0
        --- two]]></ee:set-payload>
            </ee:message>
            <ee:variables>
              <ee:set-variable variableName="a"
                               resource="dwl/bad.dwl"/>
              <ee:set-variable variableName="b"
                               resource="dwl/none.dwl"/>
            </ee:variables>
          </ee:transform>
          <set-payload value="#[payload.a &lt; 1 and

               'x' &gt; three]"/>
        </flow>"""));
  }

  @Test
  void allFilesAreToldAtOnce() {
    Map<String, byte[]> documents = new LinkedHashMap<>();
    documents.put("b.xml", document("<flow name='b'><os:stor/>\n<logger message='#[x]'/></flow>"));
    documents.put("a.xml", document("<flow name='a'><http:request config-ref='Y'/></flow>"));
    documents.put("c.xml", document("<http:request-config name='X'/>"));
    String message = assertThrows(FaultyApplicationException.class, () -> check(documents)).getMessage();
    assertEquals(List.of("", "a.xml:2: <http:request> names the config 'Y', which the application doesn't have. It has 'X'",
                         "b.xml:2: the embedded Mule doesn't know <os:stor>", "b.xml:3: <logger>: nothing is bound to x"),
                 message.lines().map(String::strip).toList());
  }

  @Test
  void aPropertyWithoutAValueIsToldWithItsPlaces() {
    Map<String, byte[]> documents = Map.of("app.xml", document("<flow name='a'>\n<logger message='${nope}'/></flow>"));
    RuntimeException refusal = new RuntimeException(new IllegalStateException("Couldn't find configuration property value for "
        + "key ${nope} from properties provider x"));
    String message = assertThrows(FaultyApplicationException.class, () -> checking().explain(refusal, documents)).getMessage();
    assertEquals("app.xml:3: the property ${nope} has no value", message);
    assertTrue(message.indexOf("nope") == message.lastIndexOf("nope"), message);
  }
}
