package org.muletwilio.functional.callback;

import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.resource.Call;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An application that places calls and changes them, with a flow for each callback. */
abstract class CallsApplication {

  static final String TO = "to='#[payload]' from='+15005550006' ";
  static final String EVENTS = "<twilio:status-callback-events><twilio:status-callback-event value='INITIATED'/>"
      + "<twilio:status-callback-event value='RINGING'/><twilio:status-callback-event value='ANSWERED'/>"
      + "<twilio:status-callback-event value='COMPLETED'/></twilio:status-callback-events>";
  static final String ENDLESS = "twiml='&lt;Response&gt;&lt;Pause length=\"100000\"/&gt;&lt;/Response&gt;' ";

  static TwilioSimulator simulator;
  static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), elements()).start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  static String elements() {
    return flow("status") + flow("recording") + flow("detected")
        + "<flow name='hello'><twilio:twiml-say text='Hello'/></flow>"
        + operation("place", "make-call " + TO + "url-flow-ref='hello' status-callback-flow-ref='status'", EVENTS)
        + operation("record", "make-call " + TO + "url-flow-ref='hello' record='true' recordingChannels='DUAL' "
            + "recording-status-callback-flow-ref='recording' machineDetection='DETECT_MESSAGE_END' "
            + "machineDetectionTimeout='20' async-amd-status-callback-flow-ref='detected'", "")
        + operation("ask", "make-call " + TO + "url-flow-ref='hello' machineDetection='ENABLE'", "")
        + operation("settings", "make-call " + TO + "url='https://example.com/twiml' fallbackUrl='https://example.com/sorry' "
            + "timeout='1' timeoutUnit='MINUTES' timeLimit='1' timeLimitUnit='HOURS' sendDigits='ww1' callerId='+15557654321' "
            + "callReason='Delivery' callToken='token' passports='{}' sipAuthUsername='ada' sipAuthPassword='secret' "
            + "byoc='BY1' clientNotificationUrl='https://example.com/notify' recordingConfigurationId='RC1' "
            + "statusCallbackUrl='https://example.com/status'", "")
        + operation("endless", "make-call " + TO + ENDLESS + "status-callback-flow-ref='status'", "")
        + operation("get", "get-call callSid='#[payload]'", "")
        + operation("redirect", "update-call callSid='#[payload]' url-flow-ref='hello'", "")
        + operation("say", "update-call callSid='#[payload]' timeLimit='2' timeLimitUnit='MINUTES' "
            + "twiml='&lt;Response&gt;&lt;Say&gt;Bye&lt;/Say&gt;&lt;/Response&gt;'", "")
        + operation("hang-up", "update-call callSid='#[payload]' end='COMPLETED'", "")
        + operation("cancel", "update-call callSid='#[payload]' end='CANCELED'", "");
  }

  static String operation(String flow, String operation, String children) {
    return "<flow name='" + flow + "'><twilio:" + operation + " config-ref='Twilio'>" + children + "</twilio:"
        + operation.split(" ")[0] + "></flow>";
  }

  static Call run(String flow, String payload) {
    return (Call) mule.run(flow, payload).payload();
  }

  static Call answered(String to) throws Exception {
    Call call = run("endless", to);
    simulator.awaitCalls(calls -> calls.stream().anyMatch(each -> each.sid().equals(call.getSid())
        && each.status().equals("in-progress")), SOON);
    return call;
  }

  static FlowRun awaitRun(String flow, Call call, String status) {
    return mule.awaitRun(flow, run -> {
      CallbackAttributes attributes = (CallbackAttributes) run.attributes();
      return call.getSid().equals(attributes.getCallSid()) && status.equals(attributes.getStatus());
    }, SOON);
  }

  /** @return what the call to a number was placed with */
  static Form sent(String to) {
    return simulator.requests().stream().map(each -> each.request().form())
        .filter(form -> form.first("To").filter(to::equals).isPresent()).findFirst().orElseThrow();
  }
}
