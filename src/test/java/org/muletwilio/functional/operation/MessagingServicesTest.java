package org.muletwilio.functional.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.api.resource.MessagingService;
import org.muletwilio.api.resource.MessagingServiceNumber;
import org.muletwilio.functional.support.AccountRequests;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.time.Duration;
import java.util.Map;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Messaging services, and the numbers in them. */
class MessagingServicesTest {

  private static final String NUMBER = "+15005550001";
  private static final String SERVICE = "messagingServiceSid='#[vars.service]'";
  private static final String OF_NUMBER = "incomingPhoneNumberSid='#[vars.number]'";

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;
  private static String number;

  @BeforeAll
  static void start() {
    simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).phoneNumber(NUMBER).start();
    number = new AccountRequests(simulator).number(NUMBER).path("sid").asText();
    mule = application(simulator, freePort(),
        run("create", "create-messaging-service friendlyName='#[payload]' usecase='notifications' validityPeriod='2' "
            + "validityPeriodUnit='HOURS' stickySender='OFF' useInboundWebhookOnNumber='OFF' "
            + "statusCallbackUrl='https://example.com/x'")
            + run("get", "get-messaging-service " + SERVICE)
            + run("update", "update-messaging-service friendlyName='Renamed' statusCallbackUrl=\"#['']\" " + SERVICE)
            + run("too-long", "update-messaging-service validityPeriod='11' validityPeriodUnit='HOURS' " + SERVICE)
            + run("delete", "delete-messaging-service " + SERVICE)
            + run("add", "add-messaging-service-number " + SERVICE + " " + OF_NUMBER)
            + run("remove", "remove-messaging-service-number " + SERVICE + " " + OF_NUMBER)
            + list("services", "list-messaging-services pageSize='1'", "friendlyName")
            + list("numbers", "list-messaging-service-numbers " + SERVICE, "phoneNumber")
            + run("answer by flow", "update-incoming-phone-number sms-url-flow-ref='sms' " + OF_NUMBER) + flow("sms")).start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  @Test
  void aServiceIsCreatedReadChangedAndDeleted() {
    MessagingService created = create("Orders");
    assertEquals("Orders", created.getFriendlyName());
    assertEquals(7200, created.getValidityPeriod());
    assertEquals(false, created.getStickySender());
    assertEquals("https://example.com/x", created.getStatusCallbackUrl());
    assertEquals("notifications", created.getUsecase());
    MessagingService changed = (MessagingService) with("update", created);
    assertEquals("Renamed", changed.getFriendlyName());
    assertEquals(null, changed.getStatusCallbackUrl());
    assertEquals(changed.getFriendlyName(), ((MessagingService) with("get", created)).getFriendlyName());
    assertEquals("TWILIO:INVALID_REQUEST", assertThrows(FlowFailedException.class, () -> with("too-long", created)).errorType());
    create("Second");
    String listed = mule.run("services", "").variables().get("seen").toString();
    assertTrue(listed.contains("Renamed") && listed.contains("Second"), listed);
    with("delete", created);
    assertEquals("TWILIO:NOT_FOUND", assertThrows(FlowFailedException.class, () -> with("get", created)).errorType());
  }

  @Test
  void itsNumbersAreAddedListedAndRemoved() {
    MessagingService service = create("Pool");
    MessagingServiceNumber added = (MessagingServiceNumber) with("add", service);
    assertEquals(NUMBER, added.getPhoneNumber());
    assertEquals(service.getSid(), added.getServiceSid());
    assertTrue(added.getCapabilities().contains("SMS"));
    assertTrue(seen("numbers", service).contains(NUMBER));
    try (LogLines log = LogLines.of("org.muletwilio", Level.WARN)) {
      with("answer by flow", service);
      assertEquals(1, log.with("has no effect: the number is in messaging service 'Pool' (" + service.getSid()).size(),
                   log.all().toString());
    }
    with("remove", service);
    assertEquals("", seen("numbers", service).trim());
    try (LogLines log = LogLines.of("org.muletwilio", Level.WARN)) {
      with("answer by flow", service);
      assertEquals(0, log.with("has no effect").size());
    }
  }

  private static MessagingService create(String name) {
    return (MessagingService) mule.run("create", name).payload();
  }

  private static Object with(String flow, MessagingService service) {
    return mule.run(flow, "", null, Map.of("service", service.getSid(), "number", number)).payload();
  }

  private static String seen(String flow, MessagingService service) {
    return mule.run(flow, "", null, Map.of("service", service.getSid())).variables().get("seen").toString();
  }

  private static String run(String name, String operation) {
    return "<flow name='" + name + "'><twilio:" + operation + " config-ref='Twilio'/></flow>";
  }

  private static String list(String name, String operation, String property) {
    return "<flow name='" + name + "'><set-variable variableName='seen' value=''/><twilio:" + operation
        + " config-ref='Twilio'/><foreach><set-variable variableName='seen' value=\"#[vars.seen ++ payload." + property
        + " ++ ' ']\"/></foreach></flow>";
  }
}
