package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.functional.support.AccountRequests;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.lang.management.ManagementFactory;
import java.util.UUID;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

/**
 * What a callback into a source's flow takes, beside one into a flow that is named: the memory that the application's threads ask
 * for.
 */
class SourceCostTest {

  private static final String APPLICATION = "source-cost";
  private static final int WARM_UP = 300;
  private static final int MEASURED = 500;

  @Test
  void aSourceTakesAboutWhatANamedFlowTakes() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().phoneNumber("+15005550001").start();
        EmbeddedMule mule = application(simulator, freePort(),
            "<flow name='named'><set-payload value='&lt;Response/&gt;'/></flow><flow name='listening'><twilio:on-message "
                + "config-ref='Twilio' phoneNumber='+15005550001'/><set-payload value='&lt;Response/&gt;'/></flow><flow "
                + "name='address'><twilio:callback-url config-ref='Twilio' kind='INBOUND_MESSAGE' flow-ref='named'/></flow>")
                .name(APPLICATION)
                    .start()) {
      String named = mule.run("address", "").payload().toString();
      String source = new AccountRequests(simulator).number("+15005550001").path("sms_url").asText();
      bytesOf(simulator, named, WARM_UP);
      bytesOf(simulator, source, WARM_UP);
      double ratio = (double) bytesOf(simulator, source, MEASURED) / bytesOf(simulator, named, MEASURED);
      assertTrue(ratio > 0.5 && ratio < 1.3, "a source takes " + ratio + " times the memory");
    }
  }

  private static long bytesOf(TwilioSimulator simulator, String url, int callbacks) {
    long before = allocated();
    for (int i = 0; i < callbacks; i++) {
      assertEquals(200, simulator.forge(url).signedBy(TOKEN).idempotencyToken(UUID.randomUUID().toString()).send().status());
    }
    return allocated() - before;
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().contains(APPLICATION))
        .mapToLong(thread -> Math.max(0, threads.getThreadAllocatedBytes(thread.getId()))).sum();
  }
}
