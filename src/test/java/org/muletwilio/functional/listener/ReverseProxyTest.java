package org.muletwilio.functional.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.proxy.NginxProxy;
import org.muletwilio.testkit.proxy.PlainProxy;
import org.muletwilio.testkit.proxy.ReverseProxy;
import org.muletwilio.testkit.tool.TestCertificate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy in front that ends TLS, adds or strips a part of the path, and names other hosts in its headers. */
class ReverseProxyTest {

  private static final String HOST = "mule.example.com";

  @TempDir
  private Path folder;

  /** One config for each: what the proxy takes and makes of it, path and publicPath. */
  private static final List<Case> CASES = List.of(new Case("/mule/", "/", "/twilio/callbacks", "/mule/twilio/callbacks"),
      new Case("/", "/inner/", "/inner/twilio/callbacks", "/twilio/callbacks"), new Case("/", "/", "/hooks", null),
      new Case("/sms/", "/", "/", "/sms"), new Case("/", "/in/", "/in", "/"));

  private record Case(String publicPrefix, String localPrefix, String path, String publicPath) {

    String seen() {
      return publicPath == null ? path : publicPath.equals("/") ? "" : publicPath;
    }
  }

  /** Starts a proxy that leads to a port. */
  private interface ProxyStarter {

    ReverseProxy start(Case each, int port) throws Exception;
  }

  @Test
  void callbacksAreGenuine() throws Exception {
    assertGenuine(CASES, SSLContext.getDefault(), (each, port) -> new PlainProxy(each.publicPrefix, each.localPrefix, port));
  }

  @Test
  void callbacksThroughNginxAreGenuine() throws Exception {
    assumeTrue(NginxProxy.reasonAgainst().isEmpty(), () -> NginxProxy.reasonAgainst().orElseThrow());
    TestCertificate certificate = TestCertificate.make(folder, HOST);
    assertGenuine(CASES.subList(0, 2), certificate.trusting(),
                  (each, port) -> NginxProxy.start(Files.createTempDirectory(folder, "nginx"), certificate, each.publicPrefix,
                                                   each.localPrefix, port));
  }

  private static void assertGenuine(List<Case> cases, SSLContext trusted, ProxyStarter proxies) throws Exception {
    List<ReverseProxy> started = new ArrayList<>();
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).sslContext(trusted).start()) {
      StringBuilder elements = new StringBuilder();
      for (int i = 0; i < cases.size(); i++) {
        Case each = cases.get(i);
        int port = freePort();
        started.add(proxies.start(each, port));
        String paths = "path='" + each.path + "'" + (each.publicPath == null ? "" : " publicPath='" + each.publicPath + "'");
        elements.append(config("Twilio" + i, simulator, "<twilio:http-callback-config domain='https://" + HOST + "' remotePort='"
            + (8443 + i) + "' host='127.0.0.1' localPort='" + port + "' " + paths + "/>"))
            .append(sendFlow("status" + i).replace("'send'", "'send" + i + "'").replace("'Twilio'", "'Twilio" + i + "'"))
            .append(flow("status" + i));
        simulator.route("https://" + HOST + ":" + (8443 + i), started.get(i).entry());
      }
      try (EmbeddedMule mule = application(elements.toString()).start()) {
        for (int i = 0; i < cases.size(); i++) {
          assertGenuine(simulator, mule, i, "https://" + HOST + ":" + (8443 + i) + cases.get(i).seen() + "/Twilio" + i + "/");
        }
      }
    } finally {
      started.forEach(ReverseProxy::close);
    }
  }

  private static void assertGenuine(TwilioSimulator simulator, EmbeddedMule mule, int number, String start) throws Exception {
    mule.run("send" + number, "Hello");
    CallbackAttempt delivered = awaitCallback(simulator, each -> each.signedUrl().startsWith(start)
        && each.field("MessageStatus").equals("delivered"));
    assertEquals(204, delivered.status(), start);
    FlowRun run = mule.awaitRun("status" + number, each -> each.payload().toString().contains("delivered"), SOON);
    assertEquals(delivered.signedUrl(), ((CallbackAttributes) run.attributes()).getPublicUrl());
    assertEquals(403, simulator.forge(delivered).wrongSignature().send().status(), start);
  }
}
