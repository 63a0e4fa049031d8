package org.muletwilio.functional.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowResult;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ee:transform} as Studio writes it. */
class TransformTest {

  @Test
  void payloadAttributesAndVariablesAreMadeOfTheEventThatCameIn() {
    try (EmbeddedMule mule = ModuleApplication.of("""
        <flow name="all">
          <ee:transform doc:name="Transform Message" doc:id="1f0c">
            <ee:message>
              <ee:set-payload><![CDATA[%dw 2.0
        output application/json
        ---
        {to: payload.to, text: "Hello $(payload.name)"}]]></ee:set-payload>
              <ee:set-attributes><![CDATA[%dw 2.0
        output application/java
        ---
        {was: payload.name, count: sizeOf(payload)}]]></ee:set-attributes>
            </ee:message>
            <ee:variables>
              <ee:set-variable variableName="name"><![CDATA[%dw 2.0
        output application/java
        ---
        upper(payload.name)]]></ee:set-variable>
              <ee:set-variable variableName="before"><![CDATA[vars.name default "none"]]></ee:set-variable>
            </ee:variables>
          </ee:transform>
          <set-payload value="#[[payload.text, attributes.was, attributes.count, vars.name, vars.before]]"/>
        </flow>
        """).start()) {
      FlowResult result = mule.run("all", Map.of("to", "+15551234567", "name", "Ada"));
      assertEquals("[Hello Ada, Ada, 2, ADA, none]", result.payload().toString());
    }
  }

  @Test
  void whatIsLeftOutStaysAsItIs() {
    try (EmbeddedMule mule = ModuleApplication.of("""
        <flow name="variable">
          <ee:transform>
            <ee:variables><ee:set-variable variableName="x">payload ++ "!"</ee:set-variable></ee:variables>
          </ee:transform>
          <set-payload value="#[[payload, attributes.a, vars.x, vars.kept]]"/>
        </flow>
        <flow name="empty"><ee:transform><ee:message/></ee:transform></flow>
        """).start()) {
      assertEquals("[in, 1, in!, 2]",
                   mule.run("variable", "in", Map.of("a", 1), Map.of("kept", 2)).payload().toString());
      assertEquals("in", mule.run("empty", "in").payload());
    }
  }

  @Test
  void aScriptMayBeAFileOfTheApplication(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("dwl"));
    Files.writeString(folder.resolve("dwl/greet.dwl"), "%dw 2.0\noutput application/json\n---\n{greeting: \"Hi $(payload)\"}");
    try (EmbeddedMule mule = ModuleApplication.of("""
        <flow name="file">
          <ee:transform><ee:message><ee:set-payload resource="dwl/greet.dwl"/></ee:message></ee:transform>
          <set-payload value="#[output application/java --- payload.greeting]"/>
        </flow>
        <flow name="classpath">
          <ee:transform><ee:message><ee:set-payload resource="classpath://dwl/greet.dwl"/></ee:message></ee:transform>
          <set-payload value="#[output application/java --- payload.greeting]"/>
        </flow>
        """).resources(folder).start()) {
      assertEquals("Hi Ada", mule.run("file", "Ada").payload());
      assertEquals("Hi Ada", mule.run("classpath", "Ada").payload());
    }
  }

  @Test
  void aFileThatIsMissingIsToldAtStart() {
    String message = refusal("""
        <flow name="file">
          <ee:transform><ee:message><ee:set-payload resource="dwl/none.dwl"/></ee:message></ee:transform>
        </flow>""");
    assertTrue(message.contains("dwl/none.dwl"), message);
  }

  @Test
  void aScriptThatFailsIsAnExpressionError() {
    try (EmbeddedMule mule = ModuleApplication.of("""
        <flow name="fails">
          <ee:transform><ee:message><ee:set-payload>payload.name as Number</ee:set-payload></ee:message></ee:transform>
          <error-handler>
            <on-error-continue type="MULE:EXPRESSION"><set-payload value="#['EXPRESSION']"/></on-error-continue>
          </error-handler>
        </flow>""").start()) {
      assertEquals("EXPRESSION", mule.run("fails", Map.of("name", "x")).payload());
    }
  }

  private static String refusal(String elements) {
    return assertThrows(ApplicationStartException.class, () -> ModuleApplication.of(elements).start()).getMessage();
  }
}
