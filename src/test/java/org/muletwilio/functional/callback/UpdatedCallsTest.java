package org.muletwilio.functional.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.resource.Call;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Calls that are redirected, hung up or canceled. */
class UpdatedCallsTest extends CallsApplication {

  @Test
  void aCallIsRedirectedToAFlow() throws Exception {
    Call call = answered("+14155550108");
    assertEquals("in-progress", run("redirect", call.getSid()).getStatus());
    awaitRun("status", call, "completed");
    assertEquals(List.of("Say Hello"), simulator.heard(call.getSid()));
  }

  @Test
  void aCallIsRedirectedToTwiml() throws Exception {
    Call call = answered("+14155550109");
    run("say", call.getSid());
    awaitRun("status", call, "completed");
    assertEquals(List.of("Say Bye"), simulator.heard(call.getSid()));
    assertTrue(simulator.requests().stream().anyMatch(each -> each.path().contains(call.getSid())
        && each.request().form().first("TimeLimit").filter("120"::equals).isPresent()));
  }

  @Test
  void aCallIsHungUp() throws Exception {
    Call call = answered("+14155550110");
    run("hang-up", call.getSid());
    assertTrue(((CallbackAttributes) awaitRun("status", call, "completed").attributes()).getDuration() >= 1);
  }

  @Test
  void aCallIsCanceledBeforeItIsAnswered() {
    try (TwilioSimulator slow = TwilioSimulator.builder().pace(Duration.ofHours(1)).start();
        EmbeddedMule app = application(slow, freePort(), elements()).start()) {
      Call call = (Call) app.run("endless", "+14155550111").payload();
      app.run("cancel", call.getSid());
      FlowRun run = app.awaitRun("status", each -> "canceled".equals(((CallbackAttributes) each.attributes()).getStatus()), SOON);
      assertEquals(call.getSid(), ((CallbackAttributes) run.attributes()).getCallSid());
    }
  }
}
