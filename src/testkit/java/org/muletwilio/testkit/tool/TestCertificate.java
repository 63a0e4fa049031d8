package org.muletwilio.testkit.tool;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key and a self-signed certificate for a host, created for each run.
 *
 * @param keyStore both, as PKCS12
 * @param password the key store's
 */
public record TestCertificate(Path keyStore, String password) {

  private static final String PASSWORD = "for-tests-only";
  private static final String ALIAS = "test";

  /**
   * @param folder where its files go
   * @param host the name that the certificate is for
   */
  public static TestCertificate make(Path folder, String host) throws InterruptedException {
    Path keyStore = folder.resolve(host + ".p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    try (ToolProcess made = ToolProcess.start(folder, List.of(keytool.toString(), "-genkeypair", "-alias", ALIAS, "-keyalg", "EC",
        "-groupname", "secp256r1", "-dname", "CN=" + host, "-ext", "san=dns:" + host, "-validity", "2", "-storetype", "PKCS12",
        "-storepass", PASSWORD, "-keystore", keyStore.toString()))) {
      made.awaitEnd(Duration.ofSeconds(30));
    }
    return new TestCertificate(keyStore, PASSWORD);
  }

  /** @return a context that trusts this certificate alone */
  public SSLContext trusting() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, load().getCertificate(ALIAS));
    TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /** @return a context for a server with this key */
  public SSLContext serving() throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(), password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** @return a PEM file with key and certificate, as nginx reads it */
  public Path pem() throws GeneralSecurityException, IOException {
    KeyStore store = load();
    return Files.writeString(keyStore.resolveSibling("test.pem"),
                             pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded())
                                 + pem("PRIVATE KEY", store.getKey(ALIAS, password.toCharArray()).getEncoded()), US_ASCII);
  }

  private KeyStore load() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(keyStore)) {
      store.load(stream, password.toCharArray());
    }
    return store;
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END "
        + kind + "-----\n";
  }
}
