package org.muletwilio.functional.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.List;
import java.util.stream.IntStream;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On which threads flows go on when Twilio has answered. Mule's async scope goes on at once on the thread that completes an
 * operation. Whatever stands there must not hold the HTTP client, so that no operation is completed on one of its threads.
 */
class FlowThreadsTest {

  private static final String SEND = "<twilio:send-message config-ref='Twilio' to='+15551234567' from='+15005550006' body='x'/>";
  private static final String REQUEST = "<set-payload value=\"#[{'To':'+15551234567','From':'+15005550006','Body':'x'}]\"/>"
      + "<twilio:request config-ref='Twilio' api='api.v2010' operation='Messages.create'/>";
  private static final String LOG = "<logger message='goes on' category='flow-threads'/>";
  private static final int RUNS = 10;
  private static final String CLIENT = "SelectorRunner";

  @ParameterizedTest
  @ValueSource(strings = {
      "<flow name='run'>" + SEND + LOG + "</flow>",
      "<flow name='run'>" + REQUEST + LOG + "</flow>",
      "<flow name='run' maxConcurrency='1'>" + SEND + LOG + "</flow>",
      "<flow name='run' maxConcurrency='2'>" + SEND + SEND + LOG + "</flow>",
      "<flow name='run'><foreach collection='#[[1]]'>" + SEND + LOG + "</foreach></flow>",
      "<flow name='run'><try>" + SEND + LOG + "</try></flow>",
      "<flow name='run'><choice><when expression='#[true]'>" + SEND + LOG + "</when></choice></flow>",
      "<flow name='run'><until-successful>" + SEND + LOG + "</until-successful></flow>",
      "<flow name='run'><async>" + SEND + LOG + "</async></flow>",
      "<sub-flow name='sub'>" + SEND + LOG + "</sub-flow><flow name='run'><flow-ref name='sub'/></flow>",
      "<flow name='other'>" + SEND + "</flow><flow name='run'><flow-ref name='other'/>" + LOG + "</flow>",
      "<flow name='run'><scatter-gather><route>" + SEND + LOG + "</route><route><set-payload value='1'/></route></scatter-gather>"
          + "</flow>",
  })
  void aFlowGoesOnOnAThreadOfMule(String flows) throws Exception {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start();
        EmbeddedMule mule = start(simulator, flows);
        LogLines lines = LogLines.of("flow-threads", Level.INFO)) {
      IntStream.range(0, RUNS).parallel().forEach(i -> mule.run("run", "go"));
      for (long end = System.nanoTime() + SOON.toNanos(); lines.all().size() < RUNS && System.nanoTime() < end;) {
        Thread.sleep(10);
      }
      assertEquals(RUNS, lines.all().size());
      assertEquals(List.of(), lines.threads().stream().filter(name -> name.contains(CLIENT)).toList());
    }
  }

  private static EmbeddedMule start(TwilioSimulator simulator, String flows) {
    return application("<twilio:config name='Twilio'><twilio:connection accountSid='" + ACCOUNT + "' authToken='" + TOKEN
        + "' baseUri='" + simulator.baseUri() + "'/></twilio:config>" + flows).start();
  }
}
