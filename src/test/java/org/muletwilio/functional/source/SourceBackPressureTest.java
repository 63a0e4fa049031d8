package org.muletwilio.functional.source;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;

import org.muletwilio.testkit.fuzz.RequestSignature;
import org.muletwilio.testkit.load.KeptConnection;
import org.muletwilio.testkit.load.Load;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.work.HeldWork;
import org.muletwilio.testkit.work.WorkExtension;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * More callbacks at once than Mule takes for a flow that has a source: it refuses them, and they wait. Mule 4.1 keeps some 256
 * before it refuses any.
 */
class SourceBackPressureTest extends SourceFixture {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int MANY = 450;

  private final HeldWork work = new HeldWork();

  @AfterEach
  void end() {
    work.release();
  }

  @Test
  void eachRunsOnceWhenTheFlowHasRoom() throws Exception {
    try (LogLines lines = LogLines.of("org.muletwilio.internal.callback.flow", Level.DEBUG);
        EmbeddedMule mule = startWith("")) {
      Future<Load> load = send();
      work.awaitBegun(1, LONG);
      await(() -> !lines.with("waits until flow 'listening' has room").isEmpty());
      work.release();
      assertEquals(Map.of(200, MANY), load.get(60, SECONDS).statuses());
      assertEquals(MANY, mule.runs("listening").size());
    }
  }

  @Test
  void whereItHasNoneTheyAreRefusedAndNeverRun() throws Exception {
    try (LogLines lines = LogLines.of("org.muletwilio.internal.callback.flow", Level.WARN);
        EmbeddedMule mule = startWith("flowTimeout='6' flowTimeoutUnit='SECONDS'")) {
      assertEquals(Map.of(503, MANY), send().get(60, SECONDS).statuses());
      assertEquals(1, lines.with("too busy to run").size(), () -> lines.all().toString());
      int taken = lines.with("The callback is given up").size();
      work.release();
      await(() -> mule.runs("listening").size() >= taken);
      assertEquals(taken, mule.runs("listening").size());
    }
  }

  private EmbeddedMule startWith(String settings) {
    return application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port
        + "' maxConcurrency='1000' " + settings + "/>") + "<flow name='listening' maxConcurrency='1' " + WorkExtension.NAMESPACE
        + "><twilio:on-message config-ref='Twilio' phoneNumber='" + NUMBER + "'/><work:perform callback='#[attributes]'/>"
        + "<set-payload value='&lt;Response/&gt;'/></flow>").extension(WorkExtension.class).registered("work", work).start();
  }

  private Future<Load> send() {
    String url = smsUrl().replaceAll("#.*", "");
    String target = url.substring(url.indexOf('/', "https://".length()));
    return Load.start(URI.create(url).getPort(), MANY, number -> number < MANY, number -> {
      String form = "Body=x&MessageSid=SM" + number;
      return KeptConnection.post(target, RequestSignature.sha1(TOKEN, RequestSignature.signed(url, form)), form);
    });
  }
}
