package org.muletwilio.testkit.mule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.component.ConfigurationProperties;
import org.mule.runtime.api.util.MultiMap;
import org.mule.runtime.core.api.MuleContext;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerConfiguration;

import org.muletwilio.testkit.mule.FlowRun.Outcome;
import org.muletwilio.testkit.tool.FreePort;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded runtime, on applications of Mule's core elements alone. */
class EmbeddedMuleTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void runsAFlow() {
    try (EmbeddedMule mule = application("<flow name='greet'><set-variable variableName='to' value='#[payload]'/>"
        + "<set-payload value=\"#['Hello ' ++ vars.to ++ attributes.mark]\"/></flow>").start()) {
      FlowResult result = mule.run("greet", "Ada", Map.of("mark", "!"), Map.of("other", 7));

      assertEquals("Hello Ada!", result.payload());
      assertEquals(Map.of("mark", "!"), result.attributes());
      assertEquals(Map.of("to", "Ada", "other", 7), result.variables());
      assertFalse(result.correlationId().isEmpty());
    }
  }

  @Test
  void readsStreams() {
    try (EmbeddedMule mule = application("<flow name='same'><set-payload value='#[payload]'/></flow>").start()) {
      assertArrayEquals("é".getBytes(UTF_8),
                        (byte[]) mule.run("same", new ByteArrayInputStream("é".getBytes(UTF_8))).payload());
    }
  }

  @Test
  void errorsHaveTypeDescriptionAndCause() {
    try (EmbeddedMule mule = application("<flow name='fail'><raise-error type='APP:X' description='no luck'/></flow>"
        + "<flow name='wrong'><set-payload value='#[payload as Number]'/></flow>").start()) {
      FlowFailedException raised = assertThrows(FlowFailedException.class, () -> mule.run("fail", "x"));
      FlowFailedException wrong = assertThrows(FlowFailedException.class, () -> mule.run("wrong", "x"));

      assertEquals("APP:X", raised.errorType());
      assertEquals("no luck", raised.description());
      assertEquals("no luck", raised.getCause().getMessage());
      assertEquals("MULE:EXPRESSION", wrong.errorType());
      assertTrue(wrong.description().contains("Number"), wrong.description());
    }
  }

  @Test
  void errorHandlersSeeTheError() {
    try (EmbeddedMule mule = application("<flow name='handled'><try><raise-error type='APP:X' description='no luck'/>"
        + "<error-handler><on-error-continue type='APP:X'>"
        + "<set-payload value=\"#['$(error.errorType.namespace):$(error.errorType.identifier) $(error.description)']\"/>"
        + "</on-error-continue></error-handler></try></flow>").start()) {
      assertEquals("APP:X no luck", mule.run("handled", "x").payload());
    }
  }

  @Test
  void propertiesOfTheBuilderWinOverFiles(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("application.properties"), "who=file\nonly=file");
    Files.writeString(folder.resolve("part.txt"), "from a file");
    String xml = "<configuration-properties file='application.properties'/><flow name='who'>"
        + "<set-payload value=\"#[['${who}', '${only}', p('who'), p('only'), p('nobody'), '${file::part.txt}']]\"/></flow>";

    try (EmbeddedMule mule = application(xml).resources(folder).property("who", "builder").start()) {
      assertEquals(Arrays.asList("builder", "file", "builder", "file", null, "from a file"),
                   mule.run("who", "x").payload());
      assertEquals("builder", mule.lookup(ConfigurationProperties.class).resolveStringProperty("who").get());
      assertEquals(null, System.getProperty("who"));
    }
  }

  @Test
  void takesFilesAndFolders(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("one.xml"), document("<flow name='one'><flow-ref name='two'/></flow>"));
    Files.writeString(folder.resolve("two.xml"), document("<flow name='two'><set-payload value='2'/></flow>"));

    try (EmbeddedMule mule = EmbeddedMule.builder().configFile(folder).start()) {
      assertEquals("2", mule.run("one", "x").payload());
      assertEquals(mule.runs("one").get(0).correlationId(), mule.runs("two").get(0).correlationId());
    }
  }

  @Test
  void stopsAndStartsAFlow() {
    try (EmbeddedMule mule = application("<flow name='on'><set-payload value='ran'/></flow>").start()) {
      mule.stopFlow("on");
      FlowFailedException stopped = assertThrows(FlowFailedException.class, () -> mule.run("on", "x"));
      assertTrue(stopped.getMessage().contains("stopped"), stopped.getMessage());

      mule.startFlow("on");
      assertEquals("ran", mule.run("on", "x").payload());
    }
  }

  @Test
  void unknownFlowsAreNamedWithTheKnownOnes() {
    try (EmbeddedMule mule = application("<flow name='known'><set-payload value='1'/></flow>").start()) {
      String message = assertThrows(IllegalArgumentException.class, () -> mule.run("unknown", "x")).getMessage();

      assertEquals("No flow 'unknown'. There are: [known]", message);
    }
  }

  @Test
  void keepsWhatFlowsReceived() {
    MultiMap<String, String> fields = new MultiMap<>();
    fields.put("MessageStatus", "sent");
    try (EmbeddedMule mule = application("<flow name='ok'><set-payload value='changed'/></flow>"
        + "<flow name='bad'><raise-error type='APP:X'/></flow>").start()) {
      mule.run("ok", fields, "attributes", Map.of("a", 1));
      assertThrows(FlowFailedException.class, () -> mule.run("bad", "y"));

      FlowRun ok = mule.awaitRun("ok", FlowRun::succeeded, SOON);
      assertEquals(fields, ok.payload());
      assertEquals("attributes", ok.attributes());
      assertEquals(Map.of("a", 1), ok.variables());
      FlowRun bad = mule.awaitRun("bad", FlowRun::failed, SOON);
      assertEquals("APP:X", bad.failure().get().errorType());
      assertEquals(List.of(bad), mule.runs("bad"));
      assertNotEquals(ok.correlationId(), bad.correlationId());
    }
  }

  @Test
  void awaitsRunsThatComeLater() throws Exception {
    try (EmbeddedMule mule = application("<flow name='later'><set-payload value='1'/></flow>").start()) {
      CompletableFuture<FlowRun> awaited =
          CompletableFuture.supplyAsync(() -> mule.awaitRun("later", run -> run.payload().equals("second"), SOON));
      mule.run("later", "first");
      mule.run("later", "second");

      assertEquals("second", awaited.get().payload());
    }
  }

  @Test
  void aRunThatDoesNotComeIsReportedWithThoseThatDid() {
    try (EmbeddedMule mule = application("<flow name='other'><set-payload value='1'/></flow>").start()) {
      mule.run("other", "something");

      String message = assertThrows(FlowRunMissingException.class,
                                    () -> mule.awaitRun("missing", run -> true, Duration.ofMillis(20))).getMessage();
      assertTrue(message.startsWith("No run of flow 'missing' was as expected within 20 ms"), message);
      assertTrue(message.contains("other SUCCEEDED"), message);
      assertTrue(message.contains("something"), message);
    }
  }

  @Test
  void listenersHearStartAndEnd() {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    FlowRunListener listener = new FlowRunListener() {

      @Override
      public void started(FlowRun run) {
        heard.add(run.flow() + " " + run.outcome());
      }

      @Override
      public void ended(FlowRun run) {
        heard.add(run.flow() + " " + run.outcome());
      }
    };
    try (EmbeddedMule mule = application("<flow name='f'><set-payload value='1'/></flow>").onFlowRun(listener).start()) {
      mule.run("f", "x");
      mule.awaitRun("f", FlowRun::hasEnded, SOON);
    }
    assertEquals(List.of("f " + Outcome.RUNNING, "f " + Outcome.SUCCEEDED), heard);
  }

  @Test
  void loopsAndChoices() {
    try (EmbeddedMule mule = application("<flow name='sum'><set-variable variableName='sum' value='#[0]'/>"
        + "<foreach collection='#[payload]'><choice><when expression='#[payload &gt; 1 and payload &lt; 10]'>"
        + "<set-variable variableName='sum' value='#[vars.sum + payload]'/></when></choice></foreach>"
        + "<set-payload value='#[vars.sum]'/></flow>").start()) {
      assertEquals(5, mule.run("sum", List.of(1, 2, 3, 30)).payload());
    }
  }

  @Test
  void aScatterGatherRunsItsRoutes() {
    try (EmbeddedMule mule = application("<flow name='both'><scatter-gather><route><set-payload value='a'/></route>"
        + "<route><set-payload value='b'/></route></scatter-gather></flow>").start()) {
      assertEquals(2, ((Map<?, ?>) mule.run("both", "x").payload()).size());
    }
  }

  @Test
  void twoApplicationsDoNotSeeEachOther() {
    try (EmbeddedMule one = application("<flow name='f'><set-payload value='${n}'/></flow>").property("n", 1).start();
        EmbeddedMule two = application("<flow name='f'><set-payload value='${n}'/></flow>").property("n", 2).start()) {
      assertEquals("1", one.run("f", "x").payload());
      assertEquals("2", two.run("f", "x").payload());
      assertEquals(1, one.runs("f").size());
    }
  }

  @Test
  void twoApplicationsCanShareServices() throws Exception {
    try (EmbeddedServices services = EmbeddedServices.start("shared");
        EmbeddedMule two = application("<flow name='f'><set-payload value='2'/></flow>").sharedServices(services).start()) {
      application("<flow name='f'><set-payload value='1'/></flow>").sharedServices(services).start().close();

      assertEquals("2", two.run("f", "x").payload());
    }
  }

  @Test
  void aRefusedStartSaysWhyAndLeavesNothing() {
    EmbeddedMuleBuilder broken = application("<flow name='f'><set-payload value='${missing}'/></flow>").name("broken");
    String message = assertThrows(ApplicationStartException.class, broken::start).getMessage();

    assertTrue(message.contains("missing"), message);
    assertEquals(List.of(), threadsOf("broken"));
  }

  @Test
  void closingLeavesNoThread() {
    EmbeddedMule mule = application("<flow name='f'><async><set-payload value='1'/></async></flow>").name("leaves-nothing")
        .start();
    mule.run("f", "x");
    assertFalse(threadsOf("leaves-nothing").isEmpty());

    mule.close();
    mule.close();

    assertEquals(List.of(), threadsOf("leaves-nothing"));
  }

  @Test
  void closingFreesPorts() throws Exception {
    HttpServer server;
    try (EmbeddedMule mule = application("<flow name='f'><set-payload value='1'/></flow>").start()) {
      server = mule.services().httpService().getServerFactory()
          .create(new HttpServerConfiguration.Builder().setHost("localhost").setPort(FreePort.find()).setName("open").build());
      server.start();
      assertThrows(IOException.class, () -> listenOn(server.getServerAddress().getPort()));
      server.stop();
      server.dispose();
    }
    listenOn(server.getServerAddress().getPort());
  }

  @Test
  void closingLeavesNoClassLoader() throws Exception {
    WeakReference<ClassLoader> classLoader = classLoaderOfAClosedApplication();

    for (int i = 0; i < 50 && classLoader.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertNull(classLoader.get());
  }

  private static WeakReference<ClassLoader> classLoaderOfAClosedApplication() {
    try (EmbeddedMule mule = application("<flow name='f'><set-payload value='#[payload]'/></flow>").start()) {
      mule.run("f", "x");
      return new WeakReference<>(mule.lookup(MuleContext.class).getExecutionClassLoader());
    }
  }

  private static void listenOn(int port) throws IOException {
    new ServerSocket(port, 1, InetAddress.getByName("localhost")).close();
  }

  private static List<String> threadsOf(String application) {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(name -> name.startsWith(application))
        .toList();
  }

  private static EmbeddedMuleBuilder application(String elements) {
    return EmbeddedMule.builder().config(document(elements));
  }

  private static String document(String elements) {
    String core = "http://www.mulesoft.org/schema/mule/core";
    return "<mule xmlns='" + core + "' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='" + core + " "
        + core + "/current/mule.xsd'>" + elements + "</mule>";
  }
}
