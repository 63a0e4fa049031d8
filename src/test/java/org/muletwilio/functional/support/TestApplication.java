package org.muletwilio.functional.support;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.tool.FreePort;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** What the functional tests share: applications' XML, free ports and waiting. */
public final class TestApplication {

  public static final Duration SOON = Duration.ofSeconds(20);
  public static final String ACCOUNT = TwilioSimulator.DEFAULT_ACCOUNT_SID;
  public static final String TOKEN = TwilioSimulator.DEFAULT_AUTH_TOKEN;

  /** What an element of os: needs. */
  public static final String OBJECT_STORE_NAMESPACE = "xmlns:os='http://www.mulesoft.org/schema/mule/os' xsi:schemaLocation='"
      + "http://www.mulesoft.org/schema/mule/os http://www.mulesoft.org/schema/mule/os/current/mule-os.xsd'";

  private TestApplication() {}

  /** @return an application of these elements, whose config named Twilio calls the simulator and listens on the port */
  public static EmbeddedMuleBuilder application(TwilioSimulator simulator, int port, String elements) {
    return application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "'/>")
        + elements);
  }

  public static EmbeddedMuleBuilder application(String elements) {
    return EmbeddedMule.builder().config(document(elements));
  }

  public static String config(String name, TwilioSimulator simulator, String callbackConfig) {
    return config(name, simulator.baseUri(), callbackConfig);
  }

  public static String config(String name, String baseUri, String callbackConfig) {
    return "<twilio:config name='" + name + "'><twilio:connection accountSid='" + ACCOUNT + "' authToken='" + TOKEN
        + "' baseUri='" + baseUri + "'/>" + callbackConfig + "</twilio:config>";
  }

  public static String document(String elements) {
    return "<mule xmlns='http://www.mulesoft.org/schema/mule/core' xmlns:twilio='http://www.mulesoft.org/schema/mule/twilio' "
        + "xmlns:http='http://www.mulesoft.org/schema/mule/http' "
        + "xmlns:tls='http://www.mulesoft.org/schema/mule/tls' "
        + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='"
        + "http://www.mulesoft.org/schema/mule/core http://www.mulesoft.org/schema/mule/core/current/mule.xsd "
        + "http://www.mulesoft.org/schema/mule/http http://www.mulesoft.org/schema/mule/http/current/mule-http.xsd "
        + "http://www.mulesoft.org/schema/mule/tls http://www.mulesoft.org/schema/mule/tls/current/mule-tls.xsd "
        + "http://www.mulesoft.org/schema/mule/twilio http://www.mulesoft.org/schema/mule/twilio/current/mule-twilio.xsd'>"
        + elements + "</mule>";
  }

  /** @return a flow that sends the payload as a message whose status goes to the flow named status */
  public static String sendFlow() {
    return sendFlow("status");
  }

  public static String sendFlow(String statusFlow) {
    return "<flow name='send'><twilio:send-message config-ref='Twilio' to='+15551234567' from='+15005550006' body='#[payload]' "
        + "status-callback-flow-ref='" + statusFlow + "'/></flow>";
  }

  /** @return a flow that does nothing */
  public static String flow(String name) {
    return "<flow name='" + name + "'><logger level='DEBUG' message='#[attributes.status]'/></flow>";
  }

  public static int freePort() {
    return FreePort.find();
  }

  public static TwilioSimulator simulator() {
    return TwilioSimulator.builder().pace(Duration.ofMillis(10)).start();
  }

  /** @return the first callback attempt that the condition holds for */
  public static CallbackAttempt awaitCallback(TwilioSimulator simulator, Predicate<CallbackAttempt> condition) throws Exception {
    List<CallbackAttempt> attempts = simulator.awaitCallbacks(all -> all.stream().anyMatch(condition), SOON);
    return attempts.stream().filter(condition).findFirst().orElseThrow();
  }
}
