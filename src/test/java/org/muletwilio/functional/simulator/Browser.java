package org.muletwilio.functional.simulator;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.muletwilio.testkit.tool.Tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A headless Chromium, driven by chromedriver over the WebDriver protocol of the W3C. */
final class Browser implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Pattern PORT = Pattern.compile("successfully on port (\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  private Browser(Process driver, String address, Map<String, ?> capabilities) throws Exception {
    this.driver = driver;
    JsonNode created = send("POST", address + "/session", Map.of("capabilities", Map.of("alwaysMatch", capabilities)));
    session = address + "/session/" + created.get("sessionId").asText();
  }

  /** Where the browser is, if it is installed together with its driver. */
  static Optional<Path> installed() {
    return Tool.find("chromedriver").flatMap(driver -> Tool.find("chromium").or(() -> Tool.find("google-chrome")));
  }

  /** @param profile a fresh folder for what the browser keeps */
  static Browser start(Path browser, Path profile) throws Exception {
    List<String> arguments = new ArrayList<>(List
        .of("--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--user-data-dir=" + profile));
    if (System.getProperty("user.name").equals("root")) {
      arguments.add("--no-sandbox");
    }
    Process driver = new ProcessBuilder("chromedriver", "--port=0").redirectErrorStream(true).start();
    try {
      return new Browser(driver, "http://127.0.0.1:" + port(driver),
                         Map.of("goog:chromeOptions", Map.of("binary", browser.toString(), "args", arguments),
                                "goog:loggingPrefs", Map.of("browser", "ALL")));
    } catch (Exception e) {
      driver.destroy();
      throw e;
    }
  }

  private static int port(Process driver) throws IOException {
    BufferedReader printed = driver.inputReader();
    for (String line = printed.readLine(); line != null; line = printed.readLine()) {
      Matcher matcher = PORT.matcher(line);
      if (matcher.find()) {
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw new IOException("chromedriver did not start");
  }

  void open(String url) throws Exception {
    send("POST", session + "/url", Map.of("url", url));
  }

  /** The value of a JavaScript expression in the page. */
  JsonNode value(String expression) throws Exception {
    return send("POST", session + "/execute/sync", Map.of("script", "return " + expression, "args", List.of()));
  }

  /** Waits until a JavaScript expression is true. */
  void await(String condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!value(condition).asBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Never so in the page: " + condition + "\n" + value("document.body.innerText").asText());
      }
      Thread.sleep(50);
    }
  }

  void click(String selector) throws Exception {
    onElement(selector, element -> send("POST", element + "/click", Map.of()));
  }

  /** Replaces what is in a field. */
  void type(String selector, String text) throws Exception {
    onElement(selector, element -> {
      send("POST", element + "/clear", Map.of());
      send("POST", element + "/value", Map.of("text", text));
    });
  }

  /** Chooses from a list or types one character after the other, without clearing the field before. */
  void press(String selector, String text) throws Exception {
    onElement(selector, element -> send("POST", element + "/value", Map.of("text", text)));
  }

  void resize(int width, int height) throws Exception {
    command("Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** @param scheme light or dark */
  void colours(String scheme) throws Exception {
    command("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** What the page and the browser complained about. */
  List<String> complaints() throws Exception {
    List<String> complaints = new ArrayList<>();
    send("POST", session + "/se/log", Map.of("type", "browser")).forEach(entry -> complaints.add(entry.get("message").asText()));
    return complaints;
  }

  void screenshot(Path file) throws Exception {
    Files.write(file, Base64.getDecoder().decode(send("GET", session + "/screenshot", Map.of()).asText()));
  }

  @Override
  public void close() throws Exception {
    try {
      send("DELETE", session, Map.of());
    } finally {
      driver.destroy();
      driver.waitFor(10, SECONDS);
    }
  }

  /** Does it again where the page has drawn the element anew since it was found: what was begun has not reached the page then. */
  private void onElement(String selector, ElementAction action) throws Exception {
    for (long end = System.nanoTime() + LIMIT.toNanos();;) {
      try {
        action.run(element(selector));
        return;
      } catch (StaleElementException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
      }
    }
  }

  private String element(String selector) throws Exception {
    JsonNode found = send("POST", session + "/element", Map.of("using", "css selector", "value", selector));
    return session + "/element/" + found.elements().next().asText();
  }

  private void command(String name, Map<String, ?> parameters) throws Exception {
    send("POST", session + "/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
  }

  private JsonNode send(String method, String url, Map<String, ?> body) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT)
        .method(method, method.equals("POST") ? BodyPublishers.ofString(JSON.writeValueAsString(body)) : BodyPublishers.noBody())
        .build();
    JsonNode answer = JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).get("value");
    if (answer.has("error")) {
      if (answer.get("error").asText().equals("stale element reference")) {
        throw new StaleElementException(answer.get("message").asText());
      }
      throw new IOException(answer.get("error").asText() + ": " + answer.get("message").asText());
    }
    return answer;
  }

  @FunctionalInterface
  private interface ElementAction {

    void run(String element) throws Exception;
  }

  private static final class StaleElementException extends IOException {

    private static final long serialVersionUID = 1L;

    StaleElementException(String message) {
      super(message);
    }
  }
}
