package org.muletwilio.functional.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.muletwilio.functional.outbound.PathOperation.Sid.HEX;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.mule.runtime.api.meta.model.operation.OperationModel;
import org.mule.runtime.api.meta.model.parameter.ParameterModel;

import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.proxy.NginxProxy;
import org.muletwilio.testkit.tool.TestCertificate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What flows give as a part of a path never names another resource, neither at Twilio nor behind a proxy that rewrites paths. */
class PathParametersTest {

  private static final List<String> HOSTILE = List.of("../IncomingPhoneNumbers/PN" + HEX, "../Calls/x/../../Messages",
      "SM1/../../Calls/CA2", "x/../../Calls.json?y=", "A#B", "..", ".", "%2e%2e%2fCalls", "%2e%2e/Calls",
      "..%2fCalls", "..\\Calls",
      "x/y", "//x", "x?y=z", "x;y=z", "x\0y", "x\ny", "x\r\nHost: example.com", "x y", "ä", "\u202Ex", "😀", "x%00", "%", "+", "&",
      "x".repeat(5000));

  @TempDir
  private static Path folder;
  private static HttpServer server;
  private static final List<String> REQUESTS = new CopyOnWriteArrayList<>();
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      REQUESTS.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      exchange.getRequestBody().readAllBytes();
      byte[] answer = "{\"code\": 20404, \"message\": \"not found\"}".getBytes(UTF_8);
      exchange.sendResponseHeaders(404, answer.length);
      exchange.getResponseBody().write(answer);
      exchange.close();
    });
    server.start();
    mule = applicationTo("http://127.0.0.1:" + server.getAddress().getPort(), "");
  }

  @AfterAll
  static void stop() {
    mule.close();
    server.stop(0);
  }

  private static EmbeddedMule applicationTo(String baseUri, String trust) {
    return application("<twilio:config name='Twilio'><twilio:connection accountSid='" + ACCOUNT + "' authToken='" + TOKEN
        + "' baseUri='" + baseUri + "'>" + trust + "</twilio:connection><twilio:http-callback-config host='127.0.0.1' localPort='"
        + freePort() + "' domain='mule.example.com'/></twilio:config><flow name='back'><logger/></flow>"
        + Stream.of(PathOperation.values()).map(PathOperation::flow).collect(Collectors.joining())).start();
  }

  /** An operation that is added has its row. */
  @Test
  void theTableIsWhole() {
    Set<String> inPaths = new TreeSet<>();
    List<OperationModel> operations = new ArrayList<>(mule.extensionModel("Twilio").getOperationModels());
    mule.extensionModel("Twilio").getConfigurationModels().forEach(config -> operations.addAll(config.getOperationModels()));
    for (OperationModel operation : operations) {
      operation.getAllParameterModels().stream().filter(ParameterModel::isRequired).map(ParameterModel::getName)
          .filter(name -> name.endsWith("Sid") || name.equals("conference"))
          .forEach(name -> inPaths.add(hyphened(operation.getName()) + " " + name));
    }
    assertEquals(inPaths, Stream.of(PathOperation.values()).map(each -> each.element + " " + each.parameter)
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @EnumSource
  void noValueNamesAnotherResource(PathOperation operation) {
    for (String value : HOSTILE) {
      assertStays(mule, operation, value);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSidOfAnotherResourceIsRefused(PathOperation operation) {
    if (operation.prefix != null) {
      for (String value : List.of("RE" + HEX, operation.prefix + HEX + "0", operation.prefix + HEX.substring(1),
          operation.prefix + HEX.replace('a', 'g'), operation.prefix.toLowerCase() + HEX, operation.prefix, HEX, "", " ",
          operation.prefix + HEX + "\n")) {
        assertStays(mule, operation, value);
      }
      assertReaches(mule, operation, operation.prefix + HEX);
    }
  }

  @Test
  void namesArriveAsTheyAre() {
    for (String name : List.of("daily-standup", "CF" + HEX, "Ada & Bob's room, 5 %", "a/b", "who?", "#1", "Grüße 😀",
        "a;b=c", "...")) {
      assertReaches(mule, PathOperation.ADD_PARTICIPANT, name);
    }
  }

  /** nginx decodes a path and resolves its dots before it forwards it, where it replaces the start of the path. */
  @Test
  void nginxFindsNoOtherResourceEither() throws Exception {
    assumeTrue(NginxProxy.reasonAgainst().isEmpty(), () -> NginxProxy.reasonAgainst().orElseThrow());
    TestCertificate certificate = TestCertificate.make(folder, "localhost");
    try (NginxProxy nginx = NginxProxy.start(folder, certificate, "/", "/", server.getAddress().getPort());
        EmbeddedMule behind = applicationTo(nginx.entry().replace("127.0.0.1", "localhost"), "<tls:context><tls:trust-store "
            + "type='pkcs12' path='" + certificate.keyStore() + "' password='" + certificate.password() + "'/></tls:context>")) {
      for (PathOperation operation : PathOperation.values()) {
        for (String value : HOSTILE) {
          assertStays(behind, operation, value);
        }
      }
      assertReaches(behind, PathOperation.DELETE_APPLICATION, "AP" + HEX);
      assertReaches(behind, PathOperation.ADD_PARTICIPANT, "Ada & Bob's room");
    }
  }

  private static void assertStays(EmbeddedMule mule, PathOperation operation, String value) {
    REQUESTS.clear();
    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run(operation.name(), value));
    List<String> sent = sent();
    if (failure.description().equals("Twilio refused the request: HTTP 400")) {
      assertEquals(List.of(), sent, "what nginx refuses goes nowhere");
    } else if (failure.errorType().equals("TWILIO:INVALID_REQUEST")) {
      assertEquals(List.of(), sent, value);
      assertTrue(failure.description().startsWith("twilio:" + operation.element + ": " + operation.parameter + " is "),
                 failure.description());
      assertFalse(failure.description().chars().anyMatch(Character::isISOControl), failure.description());
      assertTrue(failure.description().length() < 400, failure.description());
    } else {
      assertEquals("TWILIO:NOT_FOUND", failure.errorType(), failure.description());
      assertEquals(PathOperation.ADD_PARTICIPANT, operation, sent.toString());
      assertEquals(1, sent.size());
      assertTrue(sent.get(0).startsWith("POST /2010-04-01/Accounts/" + ACCOUNT + "/Conferences/"), sent.toString());
      assertTrue(sent.get(0).endsWith("/Participants.json"), sent.toString());
    }
  }

  private static void assertReaches(EmbeddedMule mule, PathOperation operation, String value) {
    if (operation == PathOperation.ADD_NUMBER_TO_SERVICE) {
      // it is not in the path
      return;
    }
    if (operation == PathOperation.AUTHORIZE) {
      // the path is that of a page, which a browser asks for
      assertEquals("/authorize/" + value, URI.create((String) mule.run(operation.name(), value).payload()).getPath());
      return;
    }
    REQUESTS.clear();
    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run(operation.name(), value));
    assertEquals("TWILIO:NOT_FOUND", failure.errorType(), failure.description());
    List<String> segments = List.of(sent().get(0).split("[/ ]"));
    assertTrue(segments.stream().map(segment -> segment.replaceAll("(\\.json)?(\\?.*)?$", ""))
        .anyMatch(segment -> value.equals(URLDecoder.decode(segment, UTF_8))), segments.toString());
  }

  /** @return what was sent but for the look at the account, by which Mule tests a connection */
  private static List<String> sent() {
    return REQUESTS.stream().filter(each -> !each.endsWith("/Accounts/" + ACCOUNT + ".json")).toList();
  }

  private static String hyphened(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase();
  }
}
