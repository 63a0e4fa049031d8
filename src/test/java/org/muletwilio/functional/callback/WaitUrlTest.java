package org.muletwilio.functional.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flow that says what a participant hears until a conference begins, asked by either HTTP method. */
class WaitUrlTest {

  @ParameterizedTest
  @CsvSource({"'', POST", "waitMethod='POST', POST", "waitMethod='GET', GET"})
  void theFlowIsAskedByTheMethodThatIsSet(String setting, String method) throws Exception {
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = application(simulator, freePort(),
        "<flow name='add'><twilio:add-participant config-ref='Twilio' conference='room' to='+15551234567' from='+15005550006' "
            + "startConferenceOnEnter='false' wait-url-flow-ref='wait' " + setting + "><twilio:callback-contexts>"
            + "<twilio:callback-context key='song' value='Für Élise &amp; more'/></twilio:callback-contexts>"
            + "</twilio:add-participant></flow>"
            + "<flow name='wait'><twilio:twiml-say text='#[payload.ConferenceSid]'/></flow>").start()) {
      mule.run("add", null);
      CallbackAttributes asked = (CallbackAttributes) mule.awaitRun("wait", FlowRun::succeeded, SOON).attributes();
      assertEquals(method, asked.getMethod());
      assertEquals(CallbackKind.CONFERENCE_WAIT, asked.getKind());
      assertEquals("Für Élise & more", asked.getContext().get("song"));
      CallbackAttempt attempt = awaitCallback(simulator,
          each -> each.signedUrl().contains("/conference-wait/wait/") && each.successful());
      assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say>" + asked.getConferenceSid() + "</Say></Response>",
                   attempt.answer().orElseThrow().body());
    }
  }
}
