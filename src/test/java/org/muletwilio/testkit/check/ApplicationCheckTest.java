package org.muletwilio.testkit.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an application, and what is right. */
class ApplicationCheckTest extends CheckFixture {

  /** Lines are counted from that of the flow, which is 2. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      <os:stor key='a'/> | the embedded Mule doesn't know <os:stor>
      <os:store ky='a' key='a'/> | <os:store> has no attribute 'ky' here: the embedded Mule doesn't know it
      <os:store/> | <os:store> needs the attribute 'key'
      <loger/> | the embedded Mule doesn't know <loger>
      <when expression='#[true]'><logger/></when> | <when> can't stand here: expected is a source or a processor
      <choice/> | <choice> is not complete: expected is <when>
      <logger level='LOUD'/> | <logger> has 'LOUD' as level, which it can't be: it is one of ERROR, WARN, INFO, DEBUG, TRACE
      <logger>text</logger> | <logger> can't have text between its tags
      <db:select/> | the embedded Mule doesn't know the module of <db:select>. It knows ee, http, mule, munit-tools, os, tls, \
      twilio
      <x:y/> | The prefix "x" for element "x:y" is not bound.
      <logger | Element type "logger" must be followed by either attribute specifications, ">" or "/>".
      <os:store key='a' objectStore='Nope'/> | <os:store> names the object store 'Nope', which the application doesn't have. It \
      has none
      <http:request method='GET' config-ref='X'/> | <http:request> names the config 'X', which the application doesn't have. It \
      has none
      <logger message='#[payload.]'/> | <logger>: the expression isn't complete
      <logger message='Got #[payload.a +] today'/> | <logger>: the expression isn't complete
      <logger message='#[paylod.a]'/> | <logger>: nothing is bound to paylod
      <logger message='#[Nope::foo(1)]'/> | <logger>: the function Nope::foo isn't known to the embedded expression language
      <logger message='#[MunitTools::foo(1)]'/> | <logger>: the function MunitTools::foo isn't known to the embedded expression \
      language
      <choice><when expression='vars.a =='><logger/></when></choice> | <when>: the expression isn't complete
      <foreach collection='payload )'><logger/></foreach> | <foreach>: ")" isn't expected here, or isn't known to the embedded \
      expression language
      <os:store key='a'><os:value>#[1 +]</os:value></os:store> | <os:value>: the expression isn't complete
      """)
  void tellsWhatIsWrongAndWhere(String processor, String problem) {
    assertEquals(List.of("app.xml:2: " + problem), problems("<flow name='a'>" + processor + "</flow>"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      <twilio:on-message config-ref='T'/> | <twilio:on-message> needs one of phoneNumber, messagingServiceSid, sender, \
      applicationSid
      <twilio:on-call config-ref='T' phoneNumber='+1' applicationSid='AP1'/> | <twilio:on-call> takes one of phoneNumber, \
      applicationSid, and has phoneNumber and applicationSid
      """)
  void aSourceHasOneTarget(String source, String problem) {
    assertEquals(List.of("app.xml:2: " + problem), problems("<twilio:config name='T'><twilio:connection accountSid='a' "
        + "authToken='b'/></twilio:config><flow name='a'>" + source + "<logger/></flow>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<logger message='#[payload.a]' doc:name='#[not (an expression]'/>", "<set-payload value='Take #1 [a] #[ and ]]'/>",
      "<logger message='#[payload.a] is #[payload[0]], #[&quot;]&quot;]'/>", "<logger message='#[payload.a'/>",
      "<logger message='#[MunitTools::equalTo(1)]'/>", "<logger message='#[${max} + 1]'/>",
      "<logger message='#[payload.${field}]'/>",
      "<logger message='#[p(\"x\") ++ Mule::p(\"y\") ++ correlationId]'/>", "<description>#[</description><logger/>",
      "<logger message='#[error.errorType.identifier as String]'/>", "<set-payload value='#[\"it &apos;s ]\" ++ \"[\"]'/>",
      "<choice><when expression='payload == 1'><logger/></when></choice>", "<http:request method='GET' config-ref='${config}'/>",
      "<ee:transform><ee:message><ee:set-payload><![CDATA[%dw 2.0\noutput application/json\nvar x = payload\n---\n{x: x}]]>"
          + "</ee:set-payload></ee:message></ee:transform>"})
  void acceptsWhatIsRight(String processor) {
    assertDoesNotThrow(() -> check(Map.of("app.xml", document("<flow name='a'>" + processor + "</flow>"))));
  }

  /** Mule makes those of a flow before it runs, and those of a sub-flow only where it is referred to. */
  @Test
  void operationsInSubFlowsAreChecked() {
    String file = "<twilio:config name='T'><twilio:connection accountSid='1' authToken='2'/></twilio:config>"
        + "<flow name='status'><logger/></flow><sub-flow name='part'>\n"
        + "<twilio:send-message to='1' from='2' body='x' status-callback-flow-ref='part'/>\n"
        + "<twilio:send-message to='1' from='2' body='x' status-callback-flow-ref='T'/>\n"
        + "<twilio:send-message to='1' from='2' body='x' status-callback-flow-ref='states'/>\n"
        + "<twilio:send-message to='1'/>\n"
        + "<twilio:send-message to='1' from='2'><twilio:media-urls><twilio:media-url value='a'/></twilio:media-urls>"
        + "</twilio:send-message>\n"
        + "<twilio:make-call to='1' from='2' url-flow-ref='${flow}' url='#[vars.url]'/>\n"
        + "<twilio:make-call to='1' from='2' url-flow-ref='status' url='https://a.example'/></sub-flow>";
    String reference = " <twilio:send-message>: status-callback-flow-ref is ";
    assertEquals(List.of(
        "app.xml:3:" + reference + "'part': that is a sub-flow, which can't be run by itself: make it a flow",
        "app.xml:4:" + reference + "'T': that is the name of a twilio:config, not of a flow",
        "app.xml:5:" + reference + "'states': the application has no flow of that name. Did you mean 'status'?",
        "app.xml:6: <twilio:send-message>: has no sender: set from or messagingServiceSid",
        "app.xml:6: <twilio:send-message>: has no content: set body, mediaUrls or contentSid",
        "app.xml:8: <twilio:make-call>: takes url-flow-ref ('${flow}') or url ('#[vars.url]'), not both",
        "app.xml:9: <twilio:make-call>: takes url-flow-ref ('status') or url ('https://a.example'), not both"),
                 problems(file).stream().filter(problem -> problem.contains(">: ")).toList());
  }

  /** Mule's parser says of such elements alone that they can't stand there. */
  @Test
  void aModuleWithoutASchemaLocationIsTold() throws Exception {
    String http = "http://www.mulesoft.org/schema/mule/http";
    String flows = "<flow name='a'><logger/>\n<http:request url='x'/><http:request url='y'/></flow>"
        + "<flow name='b'><os:stor/></flow>";
    String file = new String(document(flows), UTF_8).replace(http + " " + http + "/current/mule-http.xsd", "");
    assertEquals(List.of("app.xml:3: <http:request> isn't understood, as xsi:schemaLocation of this file lacks its module: add "
        + http + " " + http + "/current/mule-http.xsd", "app.xml:3: the embedded Mule doesn't know <os:stor>"), problemsOf(file));
    String bare = "<mule xmlns='http://www.mulesoft.org/schema/mule/core'>\n<flow name='a'><logger/></flow></mule>";
    assertEquals(List.of("app.xml:1: <mule> isn't understood, as xsi:schemaLocation of this file lacks its module: add "
        + "http://www.mulesoft.org/schema/mule/core http://www.mulesoft.org/schema/mule/core/current/mule.xsd"),
                 problemsOf(bare));
  }

  private List<String> problemsOf(String file) {
    Map<String, byte[]> documents = Map.of("app.xml", file.getBytes(UTF_8));
    return assertThrows(FaultyApplicationException.class, () -> check(documents)).problems().stream().map(Problem::toString)
        .toList();
  }
}
