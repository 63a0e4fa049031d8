package org.muletwilio.functional.source;

import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;

import org.muletwilio.functional.support.WorkApplication;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * An application with two sources that put back at their stop what was there; also as a process of its own, which a test can
 * kill.
 */
final class SourceProcess {

  static final String NUMBER = "+15005550001";
  static final String DELIVERED = "com.twilio.messaging.message.delivered";

  private SourceProcess() {}

  static EmbeddedMule start(String baseUri, int port) {
    String settings = "config-ref='Twilio' onStop='RESTORE'";
    return application(config("Twilio", baseUri, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "'/>")
        + "<flow name='answer'><twilio:on-message phoneNumber='" + NUMBER + "' overwrite='true' " + settings
        + "/><set-payload value='&lt;Response/&gt;'/></flow><flow name='events'><twilio:on-event types='" + DELIVERED + "' "
        + settings + "/><logger level='DEBUG' message='in'/></flow>").start();
  }

  /** @return what starts it in a Java of its own */
  static List<String> command(String baseUri, int port) {
    return WorkApplication.java(WorkApplication.classPath(), SourceProcess.class, baseUri, Integer.toString(port));
  }

  /** Serves until it is killed. */
  public static void main(String[] arguments) throws InterruptedException {
    start(arguments[0], Integer.parseInt(arguments[1]));
    System.out.println("started");
    new CountDownLatch(1).await();
  }
}
