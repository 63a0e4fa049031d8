package org.muletwilio.functional.flow;

import org.muletwilio.api.resource.Application;
import org.muletwilio.api.resource.Call;
import org.muletwilio.api.resource.IncomingPhoneNumber;
import org.muletwilio.api.resource.MessagingService;
import org.muletwilio.functional.flow.FlowScenario.Course;
import org.muletwilio.simulator.script.CallScript;

import java.util.Map;

/** The courses of things in which Twilio calls a flow back. */
final class FlowCourses {

  static final String CALLER = "+15557654321";

  /** The operation makes what Twilio calls back about. */
  static final Course MADE = (flow, number, stage) -> stage.run(flow, number, Map.of());

  /** The operation changes a call that is in progress, whose other side hangs up then. */
  static final Course IN_A_CALL = (flow, number, stage) -> {
    String sid = ((Call) stage.run("long call", number, Map.of())).getSid();
    stage.awaitAnswer(sid);
    stage.run(flow, sid, Map.of());
    stage.twilio().hangUp(sid);
  };

  /** A call is redirected, and does what it is told to its end. */
  static final Course REDIRECTED = (flow, number, stage) -> {
    String sid = ((Call) stage.run("long call", number, Map.of())).getSid();
    stage.awaitAnswer(sid);
    stage.run(flow, sid, Map.of());
  };

  /** A call asks the flow what to do, and follows the operation's TwiML; whoever was called presses 1. */
  static final Course ASKED_BY_A_CALL = (flow, number, stage) -> {
    stage.twilio().script().call(number, CallScript.answered().presses("1").stays(2));
    stage.run("call", number, Map.of("flow", flow));
  };

  /** A message comes in and asks the flow for its answer. */
  static final Course ASKED_BY_A_MESSAGE = (flow, number, stage) -> {
    stage.run("buy for messages", number, Map.of("flow", flow));
    stage.twilio().receiveMessage(CALLER, number, "Hello");
  };

  static final Course NUMBER_BOUGHT = (flow, number, stage) -> {
    stage.run(flow, number, Map.of());
    comeIn(number, stage);
  };

  static final Course NUMBER_CHANGED = (flow, number, stage) -> {
    stage.run(flow, ((IncomingPhoneNumber) stage.run("buy", number, Map.of())).getSid(), Map.of());
    comeIn(number, stage);
  };

  static final Course APPLICATION_CREATED = (flow, number, stage) -> {
    String sid = ((Application) stage.run(flow, number, Map.of())).getSid();
    serve(sid, number, stage);
  };

  static final Course APPLICATION_CHANGED = (flow, number, stage) -> {
    String sid = ((Application) stage.run("create", number, Map.of())).getSid();
    stage.run(flow, sid, Map.of());
    serve(sid, number, stage);
  };

  static final Course SERVICE_CREATED = (flow, number, stage) ->
      send(((MessagingService) stage.run(flow, number, Map.of())).getSid(), number, stage);

  static final Course SERVICE_CHANGED = (flow, number, stage) -> {
    String sid = ((MessagingService) stage.run("create service", number, Map.of())).getSid();
    stage.run(flow, sid, Map.of());
    send(sid, number, stage);
  };

  private FlowCourses() {}

  /** A number is called, and gets a message. */
  static void comeIn(String number, FlowScenario.Stage stage) {
    stage.twilio().receiveCall(CALLER, number);
    stage.twilio().receiveMessage(CALLER, number, "Hello");
  }

  /** An application serves a number, which is called and gets a message, and sends a message itself. */
  static void serve(String applicationSid, String number, FlowScenario.Stage stage) {
    stage.run("buy for application", number, Map.of("application", applicationSid));
    comeIn(number, stage);
    stage.run("send for application", CALLER, Map.of("application", applicationSid));
  }

  /** A messaging service serves a number, which gets a message, and sends a message itself. */
  static void send(String serviceSid, String number, FlowScenario.Stage stage) {
    stage.run("add to service", ((IncomingPhoneNumber) stage.run("buy", number, Map.of())).getSid(),
        Map.of("service", serviceSid));
    stage.twilio().receiveMessage(CALLER, number, "Hello");
    stage.run("send for service", CALLER, Map.of("service", serviceSid));
  }
}
