package org.muletwilio.functional.reliability;

import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.nio.file.Path;

/** An application that looks up soon what Twilio has not called back about. */
abstract class ReconcilingApplication {

  static final String SEND = "<flow name='send'><twilio:send-message config-ref='Twilio' to='+15551234567' "
      + "from='+15005550006' body='#[payload]' status-callback-flow-ref='status'><twilio:callback-contexts>"
      + "<twilio:callback-context key='order' value='42'/></twilio:callback-contexts></twilio:send-message></flow>";
  static final String CALL = "<flow name='call'><twilio:make-call config-ref='Twilio' to='+15551234567' "
      + "from='+15005550006' twiml='&lt;Response/&gt;' status-callback-flow-ref='status'/></flow>";
  static final String DETECT = "<flow name='detect'><twilio:make-call config-ref='Twilio' to='+15551234567' "
      + "from='+15005550006' twiml='&lt;Response&gt;&lt;Pause length=\"20\"/&gt;&lt;/Response&gt;' machineDetection='ENABLE' "
      + "async-amd-status-callback-flow-ref='who-answered' "
      + "status-callback-flow-ref='status'/></flow>" + flow("who-answered");
  static final String ADD = "<flow name='add'><twilio:add-participant config-ref='Twilio' conference='room' "
      + "to='+15551234567' from='+15005550006' status-callback-flow-ref='status'/></flow>";

  static EmbeddedMule start(TwilioSimulator simulator, int port, String attributes, Path folder) {
    return start(simulator, port, attributes, folder, "");
  }

  static EmbeddedMule start(TwilioSimulator simulator, int port, String attributes, Path folder, String elements) {
    var builder =
        application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "' "
        + attributes + "/>") + elements + SEND + CALL + DETECT + ADD + flow("status"));
    return folder == null ? builder.start() : builder.workingDirectory(folder).start();
  }

  static CallbackAttributes attributes(FlowRun run) {
    return (CallbackAttributes) run.attributes();
  }
}
