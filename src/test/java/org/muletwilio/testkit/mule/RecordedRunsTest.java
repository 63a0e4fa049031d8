package org.muletwilio.testkit.mule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.testkit.mule.CoreApplication.application;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.testkit.mule.FlowRun.Outcome;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

/** What is known of the runs of flows. */
class RecordedRunsTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void keepsWhatFlowsReceived() {
    MultiMap<String, String> fields = new MultiMap<>();
    fields.put("MessageStatus", "sent");
    try (EmbeddedMule mule = application("<flow name='ok'><set-payload value='changed'/></flow>"
        + "<flow name='bad'><raise-error type='APP:X'/></flow>").start()) {
      mule.run("ok", fields, "attributes", Map.of("a", 1));
      assertThrows(FlowFailedException.class, () -> mule.run("bad", "y"));

      FlowRun ok = mule.awaitRun("ok", FlowRun::succeeded, SOON);
      assertEquals(fields, ok.payload());
      assertEquals("attributes", ok.attributes());
      assertEquals(Map.of("a", 1), ok.variables());
      FlowRun bad = mule.awaitRun("bad", FlowRun::failed, SOON);
      assertEquals("APP:X", bad.failure().get().errorType());
      assertEquals(List.of(bad), mule.runs("bad"));
      assertNotEquals(ok.correlationId(), bad.correlationId());
    }
  }

  @Test
  void awaitsRunsThatComeLater() throws Exception {
    try (EmbeddedMule mule = application("<flow name='later'><set-payload value='1'/></flow>").start()) {
      CompletableFuture<FlowRun> awaited =
          CompletableFuture.supplyAsync(() -> mule.awaitRun("later", run -> run.payload().equals("second"), SOON));
      mule.run("later", "first");
      mule.run("later", "second");

      assertEquals("second", awaited.get().payload());
    }
  }

  @Test
  void aRunThatDoesNotComeIsReportedWithThoseThatDid() {
    try (EmbeddedMule mule = application("<flow name='other'><set-payload value='1'/></flow>").start()) {
      mule.run("other", "something");

      String message = assertThrows(FlowRunMissingException.class,
                                    () -> mule.awaitRun("missing", run -> true, Duration.ofMillis(20))).getMessage();
      assertTrue(message.startsWith("No run of flow 'missing' was as expected within 20 ms"), message);
      assertTrue(message.contains("other SUCCEEDED"), message);
      assertTrue(message.contains("something"), message);
    }
  }

  @Test
  void listenersHearStartAndEnd() {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    FlowRunListener listener = new FlowRunListener() {

      @Override
      public void started(FlowRun run) {
        heard.add(run.flow() + " " + run.outcome());
      }

      @Override
      public void ended(FlowRun run) {
        heard.add(run.flow() + " " + run.outcome());
      }
    };
    try (EmbeddedMule mule = application("<flow name='f'><set-payload value='1'/></flow>").onFlowRun(listener).start()) {
      mule.run("f", "x");
      mule.awaitRun("f", FlowRun::hasEnded, SOON);
    }
    assertEquals(List.of("f " + Outcome.RUNNING, "f " + Outcome.SUCCEEDED), heard);
  }
}
