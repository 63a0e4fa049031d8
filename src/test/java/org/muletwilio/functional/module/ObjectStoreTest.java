package org.muletwilio.functional.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code os:} as Studio writes it. */
class ObjectStoreTest {

  private static final String FLOWS = """
      <os:object-store name="Reminders" doc:name="Object store" doc:id="1" persistent="true" entryTtl="7" entryTtlUnit="DAYS"/>
      <os:object-store name="InMemory" persistent="false"/>
      <flow name="store">
        <os:store doc:name="Store" key="#[vars.key]" objectStore="${store}">
          <os:value><![CDATA[#[payload]]]></os:value>
        </os:store>
      </flow>
      <flow name="once"><os:store key="#[vars.key]" failIfPresent="true" objectStore="${store}"/></flow>
      <flow name="retrieve"><os:retrieve key="#[vars.key]" objectStore="${store}"/></flow>
      <flow name="default">
        <os:retrieve key="#[vars.key]" objectStore="${store}" target="found">
          <os:default-value><![CDATA[#[{attempt: 0}]]]></os:default-value>
        </os:retrieve>
        <set-payload value="#[[payload, vars.found.attempt]]"/>
      </flow>
      <flow name="contains">
        <os:contains key="#[vars.key]" objectStore="${store}" target="there"/>
        <choice>
          <when expression="#[vars.there]"><set-payload value="yes"/></when>
          <otherwise><set-payload value="no"/></otherwise>
        </choice>
      </flow>
      <flow name="remove"><os:remove key="#[vars.key]" objectStore="${store}"/></flow>
      <flow name="keys"><os:retrieve-all-keys objectStore="${store}"/></flow>
      <flow name="all"><os:retrieve-all objectStore="${store}"/></flow>
      <flow name="clear"><os:clear objectStore="${store}"/></flow>
      <flow name="defaultStore">
        <os:store key="k"/><os:retrieve key="k" target="t"/><os:contains key="k" objectStore="${store}" target="c"/>
        <set-payload value="#[[vars.t, vars.c]]"/>
      </flow>
      <flow name="count">
        <os:retrieve key="count" objectStore="${store}" target="n">
          <os:default-value>#[0]</os:default-value>
        </os:retrieve>
        <os:store key="count" objectStore="${store}"><os:value>#[vars.n + 1]</os:value></os:store>
      </flow>
      <flow name="named">
        <os:retrieve key="#[vars.key]" objectStore="${store}"/>
        <error-handler>
          <on-error-continue type="OS:KEY_NOT_FOUND"><set-payload value="not found"/></on-error-continue>
        </error-handler>
      </flow>
      """;

  @Test
  void valuesAreStoredRetrievedAndRemoved() {
    try (EmbeddedMule mule = application("InMemory").start()) {
      assertEquals("no", run(mule, "contains", "a", null));
      run(mule, "store", "a", Map.of("to", "+15551234567", "attempt", 2));
      assertEquals("yes", run(mule, "contains", "a", null));
      assertEquals(Map.of("to", "+15551234567", "attempt", 2), run(mule, "retrieve", "a", null));
      run(mule, "store", "a", "another");
      assertEquals("another", run(mule, "retrieve", "a", null));
      run(mule, "store", "b", 5);
      assertEquals("[a, b]", new java.util.TreeSet<>((java.util.List<?>) run(mule, "keys", "", null)).toString());
      assertEquals(Map.of("a", "another", "b", 5), run(mule, "all", "", null));
      run(mule, "remove", "a", null);
      assertEquals("no", run(mule, "contains", "a", null));
      run(mule, "clear", "", null);
      assertEquals("[]", run(mule, "keys", "", null).toString());
    }
  }

  @Test
  void aValueThatIsMissingHasADefault() {
    try (EmbeddedMule mule = application("InMemory").start()) {
      assertEquals("[in, 0]", run(mule, "default", "a", "in").toString());
      run(mule, "store", "a", Map.of("attempt", 3));
      assertEquals("[in, 3]", run(mule, "default", "a", "in").toString());
      assertEquals("not found", run(mule, "named", "b", "in"));
    }
  }

  @ParameterizedTest
  @CsvSource({"retrieve, a, OS:KEY_NOT_FOUND", "remove, a, OS:KEY_NOT_FOUND", "retrieve, '', OS:INVALID_KEY",
      "store, a, OS:NULL_VALUE"})
  void whatCantBeDoneHasItsErrorType(String flow, String key, String error) {
    try (EmbeddedMule mule = application("InMemory").start()) {
      FlowFailedException failure = assertThrows(FlowFailedException.class, () -> run(mule, flow, key, null));
      assertEquals(error, failure.errorType());
    }
  }

  @Test
  void aKeyCanBeTakenOnce() throws Exception {
    try (EmbeddedMule mule = application("InMemory").start()) {
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        long won = threads.invokeAll(IntStream.range(0, 8).<Callable<Object>>mapToObj(i -> () -> run(mule, "once", "k", "v" + i))
            .toList()).stream().filter(each -> {
              try {
                each.get();
                return true;
              } catch (ExecutionException e) {
                assertEquals("OS:KEY_ALREADY_EXISTS", ((FlowFailedException) e.getCause()).errorType());
                return false;
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            }).count();
        assertEquals(1, won);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"Reminders, yes", "InMemory, no"})
  void aPersistentStoreOutlivesItsApplication(String store, String expected, @TempDir Path folder) {
    try (EmbeddedMule mule = application(store).name("restarted").workingDirectory(folder).start()) {
      run(mule, "store", "a", Map.of("attempt", 2));
    }
    try (EmbeddedMule mule = application(store).name("restarted").workingDirectory(folder).start()) {
      assertEquals(expected, run(mule, "contains", "a", null));
      assertEquals(expected.equals("yes") ? "[x, 2]" : "[x, 0]", run(mule, "default", "a", "x").toString());
    }
  }

  @Test
  void jsonIsKeptAsJson() {
    try (EmbeddedMule mule = ModuleApplication.of("""
        <os:object-store name="S" persistent="false"/>
        <flow name="json">
          <set-payload value='#[output application/json --- {a: {b: 7}}]'/>
          <os:store key="k" objectStore="S"/>
          <os:retrieve key="k" objectStore="S" target="kept"/>
          <set-payload value="#[output application/java --- vars.kept.a.b + 1]"/>
        </flow>""").start()) {
      assertEquals(8, mule.run("json", null).payload());
    }
  }

  @Test
  void withoutANameItIsTheApplicationsOwn() {
    try (EmbeddedMule mule = application("InMemory").start()) {
      assertEquals("[v, false]", run(mule, "defaultStore", "", "v").toString());
    }
  }

  @Test
  void entriesExpireAndAreLimited() {
    try (EmbeddedMule mule = ModuleApplication.of("""
        <os:object-store name="S" persistent="false" entryTtl="300" entryTtlUnit="MILLISECONDS" expirationInterval="50"
                         expirationIntervalUnit="MILLISECONDS"/>
        <flow name="store"><os:store key="k" objectStore="S"/></flow>
        <flow name="keys"><os:retrieve-all-keys objectStore="S"/></flow>""").start()) {
      mule.run("store", "v");
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (!mule.run("keys", null).payload().toString().equals("[]")) {
        assertTrue(System.nanoTime() < end, "the entry didn't expire");
      }
    }
  }

  @Test
  void otherComponentsUseTheStores() {
    try (EmbeddedMule mule = ModuleApplication.of("""
        <os:object-store name="S" persistent="false"/>
        <flow name="global">
          <idempotent-message-validator idExpression="#[payload]" objectStore="S"/>
        </flow>
        <flow name="private">
          <idempotent-message-validator idExpression="#[payload]">
            <os:private-object-store alias="p" persistent="false" entryTtl="1" entryTtlUnit="HOURS"/>
          </idempotent-message-validator>
        </flow>""").start()) {
      for (String flow : new String[] {"global", "private"}) {
        mule.run(flow, "a");
        assertEquals("MULE:DUPLICATE_MESSAGE", assertThrows(FlowFailedException.class, () -> mule.run(flow, "a")).errorType());
        mule.run(flow, "b");
      }
    }
  }

  @Test
  @ExpectedErrors("Failed to shut down registry cleanly")
  void aStoreThatIsNotDefinedIsToldAtStart() {
    String message = assertThrows(ApplicationStartException.class, () -> application("Remindres").start()).getMessage();
    assertTrue(message.contains("Remindres"), message);
  }

  private static EmbeddedMuleBuilder application(String store) {
    return ModuleApplication.of(FLOWS).property("store", store);
  }

  private static Object run(EmbeddedMule mule, String flow, String key, Object payload) {
    return mule.run(flow, payload, null, Map.of("key", key)).payload();
  }
}
