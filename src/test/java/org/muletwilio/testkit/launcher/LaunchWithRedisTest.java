package org.muletwilio.testkit.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.launcher.option.LauncherOptions;
import org.muletwilio.testkit.project.UsageException;
import org.muletwilio.testkit.redis.RedisServer;
import org.muletwilio.testkit.tool.FreePort;
import org.muletwilio.testkit.tool.RequiredTool;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.Protocol.Command;

/** Runs of an application whose persistent object stores are in a real Redis. */
class LaunchWithRedisTest {

  private static final String MULE = "http://www.mulesoft.org/schema/mule/";
  private static final String APPLICATION = """
      <mule xmlns="MULEcore" xmlns:os="MULEos" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="MULEcore MULEcore/current/mule.xsd MULEos MULEos/current/mule-os.xsd">
        <os:object-store name="kept"/>
        <os:object-store name="in-memory" persistent="false"/>
        <flow name="put">
          <os:store key="k" objectStore="kept"/>
          <os:store key="k" objectStore="in-memory"/>
          <os:store key="k"/>
        </flow>
        <flow name="get">
          <os:retrieve key="k" objectStore="kept" target="kept"><os:default-value>nothing</os:default-value></os:retrieve>
          <os:retrieve key="k" objectStore="in-memory" target="memory"><os:default-value>nothing</os:default-value></os:retrieve>
          <os:retrieve key="k" target="default"><os:default-value>nothing</os:default-value></os:retrieve>
          <set-payload value="#[[vars.kept, vars.memory, vars.default]]"/>
        </flow>
      </mule>""".replace("MULE", MULE);

  private static final String SUITE = """
      <mule xmlns="MULEcore" xmlns:munit="MULEmunit" xmlns:munit-tools="MULEmunit-tools"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="MULEcore MULEcore/current/mule.xsd
              MULEmunit MULEmunit/current/mule-munit.xsd MULEmunit-tools MULEmunit-tools/current/mule-munit-tools.xsd">
        <munit:config name="NAME-suite.xml"/>
        <munit:test name="nothing-is-there">
          <munit:execution>
            <flow-ref name="get"/>
            <munit-tools:assert-equals actual="#[payload[0]]" expected="nothing"/>
            <set-payload value="here"/>
            <flow-ref name="put"/>
          </munit:execution>
        </munit:test>
        <munit:test name="something-is-there">
          <munit:execution>
            <flow-ref name="get"/>
            <munit-tools:assert-equals actual="#[payload[0]]" expected="here"/>
          </munit:execution>
        </munit:test>
      </mule>""".replace("MULE", MULE);

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void write() throws Exception {
    file = Files.writeString(folder.resolve("app.xml"), APPLICATION);
  }

  @Test
  void whatIsStoredIsThereForTheNextLaunch() throws Exception {
    RequiredTool.assume(RedisServer.reasonAgainst());
    try (RedisServer redis = RedisServer.start(folder)) {
      assertTrue(launch("--flow=put", "--payload=here", "--redis=" + redis.address()), this::printed);
      assertTrue(launch("--flow=get", "--redis=" + redis.address()), this::printed);
      assertTrue(printed().contains("get ended with payload [here, nothing, here]"), printed());
    }
  }

  /** The stores of a suite are empty at its start, and nothing is left of them. */
  @Test
  void suitesKeepTheirStoresThereToo() throws Exception {
    RequiredTool.assume(RedisServer.reasonAgainst());
    Path suites = Files.createDirectories(folder.resolve("app/src/test/munit"));
    Files.copy(file, Files.createDirectories(folder.resolve("app/src/main/mule")).resolve("app.xml"));
    for (String name : List.of("one", "two")) {
      Files.writeString(suites.resolve(name + "-suite.xml"), SUITE.replace("NAME", name));
    }
    try (RedisServer redis = RedisServer.start(folder); JedisPooled client = new JedisPooled(redis.address())) {
      file = folder.resolve("app");
      assertTrue(launch("--munit", "--redis=" + redis.address()), this::printed);
      assertTrue(printed().contains("OK app: 4 tests, 4 passed"), printed());
      String commands = new String((byte[]) client.sendCommand(Command.INFO, "commandstats"), UTF_8);
      assertTrue(commands.contains("cmdstat_set:calls="), commands);
      assertEquals(0L, client.sendCommand(Command.DBSIZE));
    }
  }

  @Test
  void withoutRedisNothingIsThere() throws Exception {
    assertTrue(launch("--flow=put", "--payload=here"), this::printed);
    assertTrue(launch("--flow=get"), this::printed);
    assertTrue(printed().contains("get ended with payload [nothing, nothing, nothing]"), printed());
  }

  @Test
  void aRedisThatIsNotThereIsToldBeforeAnythingStarts() {
    int port = FreePort.find();
    String message = assertThrows(UsageException.class,
                                  () -> launch("--redis=redis://user:secret@127.0.0.1:" + port)).getMessage();
    assertTrue(message.startsWith("--redis: No Redis can be used at redis://127.0.0.1:" + port + ": "), message);
    assertFalse(message.contains("secret"), message);
    assertEquals("", printed());
  }

  private boolean launch(String... options) throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(file.toString());
    return new Launch(LauncherOptions.parse(arguments), Map.of(), new PrintStream(output, true, UTF_8)).run();
  }

  private String printed() {
    return output.toString(UTF_8);
  }
}
