package org.muletwilio.testkit.mule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.testkit.mule.CoreApplication.application;
import static org.muletwilio.testkit.mule.CoreApplication.document;

import org.mule.runtime.api.component.ConfigurationProperties;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded runtime, on applications of Mule's core elements alone. */
class EmbeddedMuleTest {

  @Test
  void runsAFlow() {
    try (EmbeddedMule mule = application("<flow name='greet'><set-variable variableName='to' value='#[payload]'/>"
        + "<set-payload value=\"#['Hello ' ++ vars.to ++ attributes.mark]\"/></flow>").start()) {
      FlowResult result = mule.run("greet", "Ada", Map.of("mark", "!"), Map.of("other", 7));

      assertEquals("Hello Ada!", result.payload());
      assertEquals(Map.of("mark", "!"), result.attributes());
      assertEquals(Map.of("to", "Ada", "other", 7), result.variables());
      assertFalse(result.correlationId().isEmpty());
    }
  }

  @Test
  void readsStreams() {
    try (EmbeddedMule mule = application("<flow name='same'><set-payload value='#[payload]'/></flow>").start()) {
      assertArrayEquals("é".getBytes(UTF_8),
                        (byte[]) mule.run("same", new ByteArrayInputStream("é".getBytes(UTF_8))).payload());
    }
  }

  @Test
  void errorsHaveTypeDescriptionAndCause() {
    try (EmbeddedMule mule = application("<flow name='fail'><raise-error type='APP:X' description='no luck'/></flow>"
        + "<flow name='wrong'><set-payload value='#[payload as Number]'/></flow>").start()) {
      FlowFailedException raised = assertThrows(FlowFailedException.class, () -> mule.run("fail", "x"));
      FlowFailedException wrong = assertThrows(FlowFailedException.class, () -> mule.run("wrong", "x"));

      assertEquals("APP:X", raised.errorType());
      assertEquals("no luck", raised.description());
      assertEquals("no luck", raised.getCause().getMessage());
      assertEquals("MULE:EXPRESSION", wrong.errorType());
      assertTrue(wrong.description().contains("Number"), wrong.description());
    }
  }

  @Test
  void errorHandlersSeeTheError() {
    try (EmbeddedMule mule = application("<flow name='handled'><try><raise-error type='APP:X' description='no luck'/>"
        + "<error-handler><on-error-continue type='APP:X'>"
        + "<set-payload value=\"#['$(error.errorType.namespace):$(error.errorType.identifier) $(error.description)']\"/>"
        + "</on-error-continue></error-handler></try></flow>").start()) {
      assertEquals("APP:X no luck", mule.run("handled", "x").payload());
    }
  }

  @Test
  void propertiesOfTheBuilderWinOverFiles(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("application.properties"), "who=file\nonly=file");
    Files.writeString(folder.resolve("part.txt"), "from a file");
    String xml = "<configuration-properties file='application.properties'/><flow name='who'>"
        + "<set-payload value=\"#[['${who}', '${only}', p('who'), p('only'), p('nobody'), '${file::part.txt}']]\"/></flow>";

    try (EmbeddedMule mule = application(xml).resources(folder).property("who", "builder").start()) {
      assertEquals(Arrays.asList("builder", "file", "builder", "file", null, "from a file"),
                   mule.run("who", "x").payload());
      assertEquals("builder", mule.lookup(ConfigurationProperties.class).resolveStringProperty("who").get());
      assertEquals(null, System.getProperty("who"));
    }
  }

  @Test
  void takesFilesAndFolders(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("one.xml"), document("<flow name='one'><flow-ref name='two'/></flow>"));
    Files.writeString(folder.resolve("two.xml"), document("<flow name='two'><set-payload value='2'/></flow>"));

    try (EmbeddedMule mule = EmbeddedMule.builder().configFile(folder).start()) {
      assertEquals("2", mule.run("one", "x").payload());
      assertEquals(mule.runs("one").get(0).correlationId(), mule.runs("two").get(0).correlationId());
    }
  }

  @Test
  void stopsAndStartsAFlow() {
    try (EmbeddedMule mule = application("<flow name='on'><set-payload value='ran'/></flow>").start()) {
      mule.stopFlow("on");
      FlowFailedException stopped = assertThrows(FlowFailedException.class, () -> mule.run("on", "x"));
      assertTrue(stopped.getMessage().contains("stopped"), stopped.getMessage());

      mule.startFlow("on");
      assertEquals("ran", mule.run("on", "x").payload());
    }
  }

  @Test
  void unknownFlowsAreNamedWithTheKnownOnes() {
    try (EmbeddedMule mule = application("<flow name='known'><set-payload value='1'/></flow>").start()) {
      String message = assertThrows(IllegalArgumentException.class, () -> mule.run("unknown", "x")).getMessage();

      assertEquals("No flow 'unknown'. There are: [known]", message);
    }
  }

  @Test
  void loopsAndChoices() {
    try (EmbeddedMule mule = application("<flow name='sum'><set-variable variableName='sum' value='#[0]'/>"
        + "<foreach collection='#[payload]'><choice><when expression='#[payload &gt; 1 and payload &lt; 10]'>"
        + "<set-variable variableName='sum' value='#[vars.sum + payload]'/></when></choice></foreach>"
        + "<set-payload value='#[vars.sum]'/></flow>").start()) {
      assertEquals(5, mule.run("sum", List.of(1, 2, 3, 30)).payload());
    }
  }

  @Test
  void aScatterGatherRunsItsRoutes() {
    try (EmbeddedMule mule = application("<flow name='both'><scatter-gather><route><set-payload value='a'/></route>"
        + "<route><set-payload value='b'/></route></scatter-gather></flow>").start()) {
      assertEquals(2, ((Map<?, ?>) mule.run("both", "x").payload()).size());
    }
  }
}
