package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.muletwilio.functional.TestApplication.SOON;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.awaitCallback;
import static org.muletwilio.functional.TestApplication.config;
import static org.muletwilio.functional.TestApplication.flow;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.sendFlow;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.proxy.NginxProxy;
import org.muletwilio.testkit.proxy.PlainProxy;
import org.muletwilio.testkit.proxy.ReverseProxy;
import org.muletwilio.testkit.tool.TestCertificate;
import org.muletwilio.testkit.twilio.CallbackAttempt;
import org.muletwilio.testkit.twilio.TwilioSimulator;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proxy in front that ends TLS, adds or strips a part of the path, and names other hosts in its headers. */
class ReverseProxyTest {

  private static final String HOST = "mule.example.com";

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      // the proxy takes | and makes of it | path | publicPath
      "/mule/ | /       | /twilio/callbacks       | /mule/twilio/callbacks",
      "/      | /inner/ | /inner/twilio/callbacks | /twilio/callbacks",
      "/      | /       | /hooks                  | ",
      "/sms/  | /       | /                       | /sms",
      "/      | /in/    | /in                     | /",
  })
  void callbacksAreGenuine(String publicPrefix, String localPrefix, String path, String publicPath) throws Exception {
    int port = freePort();
    try (ReverseProxy proxy = new PlainProxy(publicPrefix, localPrefix, port)) {
      assertGenuine(proxy, null, port, path, publicPath);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/mule/ | /       | /twilio/callbacks       | /mule/twilio/callbacks",
      "/      | /inner/ | /inner/twilio/callbacks | /twilio/callbacks",
  })
  void callbacksThroughNginxAreGenuine(String publicPrefix, String localPrefix, String path, String publicPath) throws Exception {
    assumeTrue(NginxProxy.reasonAgainst().isEmpty(), () -> NginxProxy.reasonAgainst().orElseThrow());
    int port = freePort();
    TestCertificate certificate = TestCertificate.make(folder, HOST);
    try (ReverseProxy proxy = NginxProxy.start(folder, certificate, publicPrefix, localPrefix, port)) {
      assertGenuine(proxy, certificate, port, path, publicPath);
    }
  }

  private static void assertGenuine(ReverseProxy proxy, TestCertificate certificate, int port, String path, String publicPath)
      throws Exception {
    var builder = TwilioSimulator.builder().pace(Duration.ofMillis(10));
    if (certificate != null) {
      builder.sslContext(certificate.trusting());
    }
    String paths = "path='" + path + "'" + (publicPath == null ? "" : " publicPath='" + publicPath + "'");
    try (TwilioSimulator simulator = builder.start().route("https://" + HOST, proxy.entry());
        EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config domain='https://" + HOST
            + "' host='127.0.0.1' localPort='" + port + "' " + paths + "/>") + sendFlow() + flow("status")).start()) {
      mule.run("send", "Hello");
      CallbackAttempt delivered = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      assertEquals(204, delivered.status());
      String start = "https://" + HOST + (publicPath == null ? path : publicPath.equals("/") ? "" : publicPath) + "/Twilio/";
      assertTrue(delivered.signedUrl().startsWith(start), delivered.signedUrl());
      FlowRun run = mule.awaitRun("status", each -> each.payload().toString().contains("delivered"), SOON);
      assertEquals(delivered.signedUrl(), ((CallbackAttributes) run.attributes()).getPublicUrl());
      assertEquals(403, simulator.forge(delivered).wrongSignature().send().status());
    }
  }
}
