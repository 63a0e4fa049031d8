package org.muletwilio.functional.flow;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.resource.Message;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.work.Work;
import org.muletwilio.testkit.work.WorkExtension;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** A flow may do with its payload what it likes, as soon as it has it. */
class ChangedPayloadTest {

  private static final int MESSAGES = 60;
  private static final Work NOTHING = callback -> { };

  @Test
  void aStatusWhoseFlowClearsThePayloadIsNotLookedUp() throws Exception {
    // What comes before send-message has ended would be looked up in vain
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(200)).start();
        EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='"
            + freePort() + "' duplicates='PASS' reconcileAfter='2' reconcileAfterUnit='SECONDS'/>") + sendFlow()
            + "<flow name='status' " + WorkExtension.NAMESPACE + "><work:clear fields='#[payload]'/></flow>")
                .extension(WorkExtension.class).registered("work", NOTHING).start()) {
      List<Message> told = IntStream.range(0, MESSAGES).parallel().mapToObj(each -> send(mule)).collect(toList());
      told.forEach(each -> mule.awaitRun("status", run -> isLastOf(run, each) && run.succeeded(), SOON));
      simulator.faults().drop(1);
      Message lost = send(mule);
      mule.awaitRun("status", run -> isLastOf(run, lost), SOON);
      assertEquals(MESSAGES + 1, mule.runs("status").stream().filter(run -> attributes(run).isTerminal()).count());
      assertEquals(List.of(), simulator.requests().stream().map(ApiExchange::path)
          .filter(path -> told.stream().anyMatch(each -> path.contains(each.getSid()))).collect(toList()));
    }
  }

  private static Message send(EmbeddedMule mule) {
    return (Message) mule.run("send", "Hello").payload();
  }

  private static boolean isLastOf(FlowRun run, Message message) {
    return attributes(run).isTerminal() && message.getSid().equals(attributes(run).getResourceSid());
  }

  private static CallbackAttributes attributes(FlowRun run) {
    return (CallbackAttributes) run.attributes();
  }
}
