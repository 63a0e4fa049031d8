package org.muletwilio.functional.sample;

import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An application with a flow for each kind of callback, and what lets Twilio call it. */
abstract class CourseApplication implements AutoCloseable {

  final TwilioSimulator twilio = TwilioSimulator.builder().phoneNumber(CourseFlows.NUMBER).pace(Duration.ofMillis(10)).start();
  final EmbeddedMule mule;

  CourseApplication() {
    try {
      mule = application(twilio, freePort(), CourseFlows.elements()).start();
    } catch (RuntimeException e) {
      twilio.close();
      throw e;
    }
  }

  void run(String flow, String payload) throws Exception {
    mule.run(flow, payload);
    idle();
  }

  void idle() throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (!twilio.isIdle()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Calls or callbacks go on");
      }
      Thread.sleep(5);
    }
  }

  FlowRun await(String flow, String status) {
    return mule.awaitRun(flow, run -> status.equals(((CallbackAttributes) run.attributes()).getStatus()), SOON);
  }

  /** Sends a callback once more, with other values, or without those fields that are empty. */
  void again(FlowRun sent, Map<String, String> changes) {
    send(urlOf(sent), fields(sent, changes));
  }

  static Form fields(FlowRun sent, Map<String, String> changes) {
    Map<String, String> fields = new LinkedHashMap<>();
    ((Map<?, ?>) sent.payload()).forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
    fields.putAll(changes);
    fields.values().removeIf(String::isEmpty);
    return Form.of(fields.entrySet().stream().flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
        .toArray(String[]::new));
  }

  void send(String url, Form fields) {
    int status = twilio.forge(url).fields(fields).signedBy(TOKEN).send().status();
    if (status >= 300) {
      throw new IllegalStateException(fields + " was answered " + status);
    }
  }

  static String urlOf(FlowRun run) {
    return ((CallbackAttributes) run.attributes()).getPublicUrl();
  }

  String address(String kind) {
    return mule.run("address-" + kind, "").payload().toString();
  }

  @Override
  public void close() {
    try (EmbeddedMule application = mule; TwilioSimulator simulator = twilio) {
      // ends them in this order
    }
  }
}
