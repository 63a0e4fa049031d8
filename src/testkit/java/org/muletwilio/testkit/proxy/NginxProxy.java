package org.muletwilio.testkit.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.testkit.tool.FreePort;
import org.muletwilio.testkit.tool.TestCertificate;
import org.muletwilio.testkit.tool.Tool;
import org.muletwilio.testkit.tool.ToolProcess;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** nginx, which terminates TLS and replaces the prefix of each path. */
public final class NginxProxy implements ReverseProxy {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final ToolProcess nginx;
  private final int port;

  private NginxProxy(ToolProcess nginx, int port) {
    this.nginx = nginx;
    this.port = port;
  }

  /** @return why it can't be started here, or empty where it can */
  public static Optional<String> reasonAgainst() {
    return Tool.find("nginx").isPresent() ? Optional.empty()
        : Optional.of("nginx isn't installed; .ci/install-tools does it where there is apt-get");
  }

  /**
   * @param folder for its files
   * @param certificate the certificate that it presents
   * @param publicPath the prefix of the paths that it serves, with a slash at its end
   * @param localPath replaces that prefix
   * @param localPort the application's port
   */
  public static NginxProxy start(Path folder, TestCertificate certificate, String publicPath, String localPath, int localPort)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path pem = certificate.pem();
    return FreePort.start((FreePort.Starter<NginxProxy, IOException>) port -> startOn(port, folder, pem, publicPath, localPath,
                                                                                      localPort));
  }

  private static NginxProxy startOn(int port, Path folder, Path pem, String publicPath, String localPath, int localPort)
      throws IOException, InterruptedException {
    Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
        daemon off;
        master_process off;
        pid %1$s/nginx.pid;
        error_log stderr notice;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          server {
            listen 127.0.0.1:%2$d ssl;
            ssl_certificate %3$s;
            ssl_certificate_key %3$s;
            location %4$s {
              proxy_pass http://127.0.0.1:%5$d%6$s;
              proxy_set_header Host inner.example.com:1234;
              proxy_set_header X-Forwarded-Host elsewhere.example.com;
              proxy_set_header X-Forwarded-Proto http;
              proxy_set_header X-Forwarded-Port 1;
            }
          }
        }
        """.formatted(folder, port, pem, publicPath, localPort, localPath), UTF_8);
    ToolProcess nginx = ToolProcess.start(folder, List.of(Tool.find("nginx").orElseThrow().toString(), "-p", folder.toString(),
        "-e", "stderr", "-c", configuration.toString()));
    try {
      nginx.awaitOutput(Pattern.compile("using the \"epoll\"|using the \"\\w+\" event method"), SOON);
      awaitOpen(nginx, port);
      return new NginxProxy(nginx, port);
    } catch (InterruptedException | RuntimeException e) {
      nginx.close();
      throw e;
    }
  }

  private static void awaitOpen(ToolProcess nginx, int port) throws InterruptedException {
    for (long end = System.nanoTime() + SOON.toNanos(); System.nanoTime() < end; Thread.sleep(20)) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (IOException e) {
        // not yet
      }
    }
    throw new IllegalStateException("nginx does not listen. Its output: " + nginx.output());
  }

  @Override
  public String entry() {
    return "https://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    nginx.close();
  }
}
