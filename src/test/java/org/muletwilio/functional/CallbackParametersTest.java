package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.TestApplication.SOON;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.flow;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

import org.mule.runtime.api.meta.model.operation.OperationModel;
import org.mule.runtime.api.meta.model.parameter.ParameterModel;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowRun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of flows, URLs and contexts as users give them: what can't lead to a callback is refused, and the error says why. */
class CallbackParametersTest {

  private static final String CALL = ResourceAnswers.CALL;
  private static final String PLACED = "to='+15551234567' from='+15005550006' ";
  private static final String CONTEXT = "callbackContext='#[vars.context]' ";

  /** Each operation that takes a context, with no flow. */
  private enum ContextOnly {

    SEND_MESSAGE("send-message " + PLACED + "body='x'"),
    MAKE_CALL("make-call " + PLACED + "twiml='&lt;Response/&gt;'"),
    UPDATE_CALL("update-call callSid='" + CALL + "' end='COMPLETED'"),
    ADD_PARTICIPANT("add-participant conference='room' " + PLACED),
    START_RECORDING("start-recording callSid='" + CALL + "'"),
    START_TRANSCRIPTION("start-transcription callSid='" + CALL + "'"),
    ADD_CALLER_ID("add-caller-id phoneNumber='+15551234567'"),
    BUY_NUMBER("buy-incoming-phone-number areaCode='415'"),
    UPDATE_NUMBER("update-incoming-phone-number incomingPhoneNumberSid='" + ResourceAnswers.NUMBER + "'"),
    CREATE_APPLICATION("create-application friendlyName='x'"),
    UPDATE_APPLICATION("update-application applicationSid='" + ResourceAnswers.APPLICATION + "'"),
    CREATE_SERVICE("create-messaging-service friendlyName='x'"),
    UPDATE_SERVICE("update-messaging-service messagingServiceSid='MG" + "0".repeat(32) + "'"),
    TWIML_GATHER("twiml-gather actionUrl='https://example.com/'"),
    TWIML_RECORD("twiml-record actionUrl='https://example.com/'"),
    TWIML_DIAL("twiml-dial number='+15551234567'"),
    TWIML_REDIRECT("twiml-redirect url='https://example.com/'"),
    TWIML_MESSAGE("twiml-message body='x'"),
    REQUEST("request api='api.v2010' operation='Messages.create'");

    private final String xml;

    ContextOnly(String xml) {
      this.xml = xml;
    }

    String operation() {
      return xml.split(" ")[0];
    }

    String element() {
      return "<flow name='" + name() + "'><twilio:" + operation() + " config-ref='Twilio' " + CONTEXT + xml.substring(operation()
          .length()) + "/></flow>";
    }
  }

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), flow("status") + "<sub-flow name='a-sub-flow'><logger/></sub-flow>"
        + Stream.of(ContextOnly.values()).map(ContextOnly::element).collect(Collectors.joining())
        + "<flow name='send'><twilio:send-message config-ref='Twilio' " + PLACED + "body='x' status-callback-flow-ref='status' "
        + CONTEXT + "/></flow>"
        + "<flow name='url'><twilio:callback-url config-ref='Twilio' kind='#[vars.kind]' flow-ref='#[payload]' " + CONTEXT
        + "/></flow>"
        + "<flow name='send-to'><twilio:send-message config-ref='Twilio' " + PLACED
        + "body='x' statusCallbackUrl='#[payload]'/></flow>"
        + "<flow name='send-to-with-context'><twilio:send-message config-ref='Twilio' " + PLACED
        + "body='x' statusCallbackUrl='#[payload]' " + CONTEXT + "/></flow>"
        + "<flow name='send-to-blank'><flow-ref name='blank'/></flow><sub-flow name='blank'>"
        + "<twilio:send-message config-ref='Twilio' " + PLACED + "body='x' status-callback-flow-ref=' '/></sub-flow>"
        + "<flow name='send-to-slash'><flow-ref name='slash'/></flow><sub-flow name='slash'>"
        + "<twilio:send-message config-ref='Twilio' " + PLACED + "body='x' status-callback-flow-ref='a/b'/></sub-flow>"
        + "<flow name='notify'><twilio:make-call config-ref='Twilio' " + PLACED + "twiml='&lt;Response/&gt;' "
        + "clientNotificationUrl='#[payload]'/></flow>").start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  @ParameterizedTest
  @EnumSource
  void aContextThatNoFlowGetsBackIsRefused(ContextOnly operation) {
    FlowFailedException failure = assertThrows(FlowFailedException.class,
        () -> mule.run(operation.name(), Map.of("To", "+15551234567", "Body", "x"), null, Map.of("context", Map.of("order", 1))));
    assertEquals("TWILIO:INVALID_CALLBACK_URL", failure.errorType(), failure.description());
    assertTrue(failure.description().startsWith("twilio:" + operation.operation() + ": callbackContext has values, but no flow"),
               failure.description());
    assertNothingWasSent();
  }

  @Test
  void theTableIsWhole() {
    Set<String> withContext = new TreeSet<>();
    List<OperationModel> operations = new ArrayList<>(mule.extensionModel("Twilio").getOperationModels());
    mule.extensionModel("Twilio").getConfigurationModels().forEach(config -> operations.addAll(config.getOperationModels()));
    operations.stream().filter(each -> each.getAllParameterModels().stream().map(ParameterModel::getName)
        .anyMatch("callbackContext"::equals)).forEach(each -> withContext.add(each.getName().replaceAll("([A-Z])", "-$1")
            .toLowerCase(Locale.ROOT)));
    // their flow is required
    withContext.removeAll(Set.of("callback-url", "authorize-url"));
    assertEquals(withContext, Stream.of(ContextOnly.values()).map(ContextOnly::operation)
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void valuesOfAllTypesComeBackAsTexts() throws Exception {
    Map<String, Object> context = Map.of("order", 4711, "total", 9.5, "paid", true, "day", LocalDate.of(2026, 3, 1));
    for (Map<String, Object> each : List.of(context, new HashMap<>(context), new TreeMap<>(context),
                                            new ConcurrentHashMap<>(context))) {
      int before = mule.runs("status").size();
      mule.run("send", "", null, Map.of("context", each));
      FlowRun run = mule.awaitRun("status", any -> mule.runs("status").size() > before && any.hasEnded(), SOON);
      assertEquals(Map.of("order", "4711", "total", "9.5", "paid", "true", "day", "2026-03-01"),
                   ((CallbackAttributes) run.attributes()).getContext());
    }
  }

  @Test
  void aNestedValueIsRefusedWithItsKey() {
    simulator.forget();
    FlowFailedException failure = assertThrows(FlowFailedException.class,
        () -> mule.run("send", "", null, Map.of("context", Map.of("customer", Map.of("name", "Ada")))));
    assertEquals("TWILIO:INVALID_CALLBACK_URL", failure.errorType());
    assertTrue(failure.description().startsWith("twilio:send-message: callbackContext has an object as its value of 'customer'"),
               failure.description());
    assertNothingWasSent();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "nowhere    | the application has no flow of that name", "a/b | the application has no flow of that name",
      "[x]        | the application has no flow of that name", "{x} | the application has no flow of that name",
      "#x         | the application has no flow of that name", "a#b | the application has no flow of that name",
      "a-sub-flow | flow",                                     "Twilio | flow",
  })
  void whatIsNotAFlowIsRefused(String name, String reason) {
    FlowFailedException failure = url("MESSAGE_STATUS", name);
    assertEquals("TWILIO:INVALID_CALLBACK_URL", failure.errorType(), failure.description());
    assertTrue(failure.description().startsWith("twilio:callback-url: flow-ref is '" + name + "': "), failure.description());
    assertTrue(failure.description().contains(reason), failure.description());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void anExpressionThatGivesNoNameIsRefused(String name) {
    FlowFailedException failure = url("MESSAGE_STATUS", name);
    assertEquals("TWILIO:INVALID_CALLBACK_URL", failure.errorType(), failure.description());
    assertEquals("twilio:callback-url: flow-ref is empty: set it to the name of a flow", failure.description());
  }

  @Test
  void anExpressionThatGivesNullIsRefused() {
    FlowFailedException failure = url("MESSAGE_STATUS", null);
    assertTrue(failure.description().contains("flow-ref"), failure.description());
    assertTrue(Set.of("TWILIO:INVALID_CALLBACK_URL", "MULE:UNKNOWN").contains(failure.errorType()), failure.errorType());
  }

  @Test
  void aBlankNameAndOneThatMuleCannotHaveAreRefusedInXmlToo() {
    simulator.forget();
    assertEquals("twilio:send-message: status-callback-flow-ref is empty: set it to the name of a flow",
                 description("send-to-blank", ""));
    assertEquals("twilio:send-message: status-callback-flow-ref is 'a/b': the application has no flow of that name",
                 description("send-to-slash", ""));
    assertNothingWasSent();
  }

  /** Mule from 4.1.2 on would give it to the operation as it is written. */
  @Test
  void anExpressionInAFlowReferenceStopsTheStart() {
    Exception refused = assertThrows(Exception.class, () -> application(simulator, freePort(), flow("status")
        + "<flow name='send'><twilio:send-message config-ref='Twilio' " + PLACED
        + "body='x' status-callback-flow-ref='#[vars.flow]'/></flow>").start());
    assertTrue(refused.getMessage().contains("statusCallbackFlow") || refused.getMessage().contains("status-callback-flow-ref"),
               refused.getMessage());
  }

  @Test
  void aUrlThatWasMadeForAnotherKindIsRefused() {
    simulator.forget();
    String made = (String) mule.run("url", "status", null, Map.of("kind", "CALL_STATUS")).payload();
    assertTrue(description("send-to", made).startsWith("twilio:send-message: statusCallbackUrl is a URL that was made for "
        + "CALL_STATUS, but Twilio calls it about MESSAGE_STATUS"));
    assertNothingWasSent();
  }

  @Test
  void aUrlThatWasMadeHasTheRepeatsOfAFlowReference() {
    String made = (String) mule
        .run("url", "status", null, Map.of("kind", "MESSAGE_STATUS", "context", Map.of("order", 1))).payload();
    assertTrue(made.endsWith("#rp=5xx,ct,rt"), made);
    mule.run("send-to", made);
    assertEquals(made.replace("#rp=", "#rc=3&rp="),
                 ResourceAnswers.last(simulator).request().form().first("StatusCallback").orElseThrow());
    FlowRun run = mule.awaitRun("status", each -> Map.of("order", "1")
        .equals(((CallbackAttributes) each.attributes()).getContext()), SOON);
    assertEquals("status", ((CallbackAttributes) run.attributes()).getFlow());
    assertTrue(description("send-to-with-context", made).contains("callbackContext has values, but no flow gets them back"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "\"\"                       | is empty",
      "example.com/x              | it must be an absolute http or https URL",
      "https://my_host.example/x  | Twilio refuses hosts with an underscore",
      "\"https://example.com/a|b\"  | Illegal character in path at index 21",
  })
  void aUrlThatTwilioCannotCallIsRefused(String url, String reason) {
    simulator.forget();
    String description = description("send-to", url);
    assertTrue(description.startsWith("twilio:send-message: statusCallbackUrl is '" + url + "': "), description);
    assertTrue(description.contains(reason), description);
    assertNothingWasSent();
  }

  @Test
  void aClientNotificationUrlThatTheSdkWouldDropIsRefused() {
    simulator.forget();
    for (String url : new String[] {"https://example.com/a|b", "notify", ""}) {
      String description = description("notify", url);
      assertTrue(description.startsWith("twilio:make-call: clientNotificationUrl is '" + url + "': "), description);
    }
    assertNothingWasSent();
  }

  private static FlowFailedException url(String kind, String flow) {
    return assertThrows(FlowFailedException.class, () -> mule.run("url", flow, null, Map.of("kind", kind)));
  }

  private static String description(String flow, Object payload) {
    Map<String, Object> variables = Map.of("context", Map.of("order", 1));
    return assertThrows(FlowFailedException.class, () -> mule.run(flow, payload, null, variables)).description();
  }

  private static void assertNothingWasSent() {
    assertTrue(simulator.requests().stream().allMatch(each -> each.method().equals("GET")), simulator.requests().toString());
  }
}
