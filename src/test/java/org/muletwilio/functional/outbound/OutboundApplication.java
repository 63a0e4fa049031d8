package org.muletwilio.functional.outbound;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

/** An application that sends messages, with a connection of the test. */
final class OutboundApplication {

  static final String FLOWS = "<flow name='send'><twilio:send-message config-ref='Twilio' to='+15551234567' "
      + "from='+15005550006' body='#[payload]'/></flow>"
      + "<flow name='get'><twilio:get-message config-ref='Twilio' messageSid='#[payload]'/></flow>"
      + "<flow name='delete'><twilio:delete-application config-ref='Twilio' applicationSid='#[payload]'/></flow>"
      + "<flow name='create'><twilio:create-application config-ref='Twilio' friendlyName='x'/>"
      + "<set-payload value='#[payload.sid]'/></flow>";

  private OutboundApplication() {}

  static EmbeddedMule start(TwilioSimulator simulator) {
    EmbeddedMule mule = start(connection(simulator.baseUri(), "", ""));
    try {
      simulator.awaitRequests(all -> !all.isEmpty(), SOON);
      return mule;
    } catch (Exception e) {
      mule.close();
      throw new IllegalStateException(e);
    }
  }

  static EmbeddedMule start(String connection) {
    return application("<twilio:config name='Twilio'>" + connection + "</twilio:config>" + FLOWS).start();
  }

  static String connection(String baseUri, String attributes, String children) {
    return "<twilio:connection accountSid='" + ACCOUNT + "' authToken='" + TOKEN + "' baseUri='" + baseUri + "' "
        + attributes + ">"
        + children + "</twilio:connection>";
  }

  static FlowFailedException failure(EmbeddedMule mule, String flow, Object payload) {
    return assertThrows(FlowFailedException.class, () -> mule.run(flow, payload));
  }
}
