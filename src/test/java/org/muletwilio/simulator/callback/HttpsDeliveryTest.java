package org.muletwilio.simulator.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callbacks to https, with a real handshake. */
class HttpsDeliveryTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir
  private Path folder;

  @Test
  void trustsWhatItIsToldTo() throws Exception {
    SSLContext context = context(keyStore());
    try (UserServer user = new UserServer(context);
        TwilioSimulator trusting = TwilioSimulator.builder().sslContext(context).start();
        TwilioSimulator strict = TwilioSimulator.builder().start()) {
      String local = "https://127.0.0.1:" + user.port();
      trusting.route("https://gentle-fox.loca.lt", local).route("https://other.loca.lt", local);
      strict.route("https://gentle-fox.loca.lt", local);
      assertEquals(204, trusting.forge("https://gentle-fox.loca.lt/x").send().status());
      assertEquals("gentle-fox.loca.lt", user.received().get(0).header("Host"));
      assertTrue(failure(trusting.forge("https://other.loca.lt/x").send()).contains("other.loca.lt"));
      assertTrue(failure(strict.forge("https://gentle-fox.loca.lt/x").send()).startsWith("SSLHandshakeException"));
    }
  }

  private static String failure(CallbackAttempt attempt) {
    return attempt.failure().orElseThrow();
  }

  private KeyStore keyStore() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                                         "-alias", "key", "-keyalg", "EC", "-storetype", "PKCS12", "-keystore", file.toString(),
                                         "-storepass", new String(PASSWORD), "-dname", "CN=gentle-fox.loca.lt",
                                         "-ext", "SAN=DNS:gentle-fox.loca.lt").redirectErrorStream(true).start();
    assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static SSLContext context(KeyStore store) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
