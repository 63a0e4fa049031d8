package org.muletwilio.functional.callback;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.mule.metadata.api.model.MetadataType;
import org.mule.metadata.api.model.ObjectType;
import org.mule.metadata.api.model.StringType;
import org.mule.runtime.api.component.location.Location;
import org.mule.runtime.api.meta.model.operation.OperationModel;
import org.mule.runtime.api.metadata.MetadataKey;
import org.mule.runtime.api.metadata.MetadataKeysContainer;
import org.mule.runtime.api.metadata.MetadataService;
import org.mule.runtime.api.metadata.descriptor.ComponentMetadataDescriptor;
import org.mule.runtime.api.metadata.resolving.MetadataResult;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowRun;

import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What read-callback lets through, and what Studio learns from it through the runtime's metadata service. */
class ReadCallbackTest {

  private static final String CALLER = "+15557654321";
  private static final String HOTLINE = "+14155550150";

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    StringBuilder flows = new StringBuilder();
    for (CallbackKind kind : CallbackKind.values()) {
      flows.append("<flow name='").append(kind).append("'><twilio:read-callback kind='").append(kind).append("'/>")
          .append("<flow-ref name='after'/>").append(answerTo(kind)).append("</flow>");
    }
    flows.append("<flow name='after'><logger level='DEBUG' message='#[attributes.kind]'/></flow>");
    simulator = simulator();
    mule = application(simulator, freePort(), flows + operation("send", "send-message from='+15005550006' to='#[payload]' "
        + "body='Hello' status-callback-flow-ref='MESSAGE_STATUS'")
        + operation("send-by-whatsapp", "send-message from='whatsapp:+15005550006' to='#[payload]' body='Hello' "
            + "status-callback-flow-ref='MESSAGE_STATUS'")
        + operation("send-to-wrong", "send-message from='+15005550006' to='#[payload]' body='Hello' "
            + "status-callback-flow-ref='CALL_STATUS'")
        + operation("call", "make-call from='+15005550006' to='#[payload]' url-flow-ref='CALL_INSTRUCTIONS' "
            + "status-callback-flow-ref='CALL_STATUS' record='true' recording-status-callback-flow-ref='RECORDING_STATUS' "
            + "machineDetection='ENABLE' async-amd-status-callback-flow-ref='MACHINE_DETECTION'")
        + operation("confer", "add-participant conference='room' from='+15005550006' to='#[payload]' "
            + "conference-status-callback-flow-ref='CONFERENCE_STATUS' wait-url-flow-ref='CONFERENCE_WAIT' "
            + "startConferenceOnEnter='false' "
            + "conferenceStatusCallbackEvents=\"#[['START', 'END', 'JOIN', 'LEAVE']]\"")
        + operation("verify", "add-caller-id phoneNumber='#[payload]' status-callback-flow-ref='CALLER_ID_STATUS'")
        + operation("buy", "buy-incoming-phone-number phoneNumber='#[payload]' sms-url-flow-ref='INBOUND_MESSAGE'")).start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  private static String answerTo(CallbackKind kind) {
    boolean message = kind == CallbackKind.INBOUND_MESSAGE || kind == CallbackKind.INBOUND_MESSAGE_FALLBACK;
    String twiml = message ? "<set-payload value='&lt;Response/&gt;'/>" : "<twilio:twiml-say text='Hello'/>";
    return kind.isAnsweredWithTwiml() ? twiml : "";
  }

  private static String operation(String name, String operation) {
    return "<flow name='" + name + "'><twilio:" + operation + " config-ref='Twilio'/></flow>";
  }

  @Test
  void theCallbackIsPassedOnAsItIs() {
    mule.run("send", "+15551234567");
    FlowRun run = mule.awaitRun("MESSAGE_STATUS", FlowRun::succeeded, SOON);
    FlowRun after = mule.awaitRun("after", each -> each.attributes() == run.attributes(), SOON);

    assertSame(run.payload(), after.payload());
  }

  @Test
  void aCallbackOfAnotherKindIsAnError() {
    mule.run("send-to-wrong", "+15551234567");
    FlowRun run = mule.awaitRun("CALL_STATUS", each -> each.failed(), SOON);

    assertEquals("TWILIO:UNEXPECTED_CALLBACK", run.failure().orElseThrow().errorType());
    String message = run.failure().get().getMessage();
    assertTrue(message.contains("flow 'CALL_STATUS' reads callbacks of kind CALL_STATUS, but Twilio called back for it about "
        + "MESSAGE_STATUS: set kind=\"MESSAGE_STATUS\""), message);
  }

  @Test
  void aFlowThatNoCallbackRanIsAnError() {
    FlowFailedException without = assertThrows(FlowFailedException.class, () -> mule.run("MESSAGE_STATUS", "Hello"));
    assertEquals("TWILIO:UNEXPECTED_CALLBACK", without.errorType());
    assertTrue(without.getMessage().contains("it has no attributes"), without.getMessage());

    FlowFailedException others =
        assertThrows(FlowFailedException.class, () -> mule.run("MESSAGE_STATUS", "Hello", Map.of("status", "sent"), Map.of()));
    assertTrue(others.getMessage().contains("its attributes are a "), others.getMessage());
  }

  @Test
  void everyKindIsAKey() {
    MetadataResult<MetadataKeysContainer> keys = mule.lookup(MetadataService.class).getMetadataKeys(location("MESSAGE_STATUS"));

    assertTrue(keys.isSuccess(), () -> keys.getFailures().toString());
    Set<String> ids = keys.get().getKeysByCategory().values().iterator().next().stream().map(MetadataKey::getId).collect(toSet());
    assertEquals(Arrays.stream(CallbackKind.values()).map(Enum::name).collect(toSet()), ids);
  }

  @ParameterizedTest
  @EnumSource(CallbackKind.class)
  void theAttributesAreThoseOfCallbacks(CallbackKind kind) {
    ObjectType attributes = (ObjectType) metadata(kind).getModel().getOutputAttributes().getType();
    assertTrue(attributes.getFieldByName("resourceSid").isPresent());
    assertEquals(fieldNames(CallbackAttributes.class), attributes.getFields().stream()
        .map(field -> field.getKey().getName().getLocalPart()).collect(toSet()));
  }

  @Test
  void thePayloadHasTwiliosFieldsAndRoomForMore() {
    ObjectType payload = payload(CallbackKind.MESSAGE_STATUS);

    assertTrue(payload.getFieldByName("MessageStatus").orElseThrow().getValue() instanceof StringType);
    assertTrue(payload.getFieldByName("MessageStatus").get().isRequired());
    assertFalse(payload.getFieldByName("ErrorCode").orElseThrow().isRequired());
    assertTrue(payload.getOpenRestriction().orElseThrow() instanceof StringType);
    assertTrue(payload(CallbackKind.CALL_INSTRUCTIONS).getFieldByName("Digits").isPresent());
    assertFalse(payload(CallbackKind.CALL_STATUS).getFieldByName("Digits").isPresent());
  }

  /** Twilio's part is the simulator's, which was written from Twilio's documentation and knows nothing of the connector. */
  @Test
  void whatComesIsWhatStudioIsTold() {
    mule.run("send-by-whatsapp", "whatsapp:+15551234567");
    mule.run("call", "+14155550101");
    mule.run("confer", "+14155550102");
    mule.run("verify", "+14155550103");
    mule.run("buy", HOTLINE);
    simulator.receiveMessage(CALLER, HOTLINE, "Hello", "https://example.com/cat.jpg");

    for (CallbackKind kind : Set.of(CallbackKind.MESSAGE_STATUS, CallbackKind.CALL_INSTRUCTIONS, CallbackKind.CALL_STATUS,
        CallbackKind.RECORDING_STATUS, CallbackKind.MACHINE_DETECTION, CallbackKind.CONFERENCE_STATUS,
        CallbackKind.CONFERENCE_WAIT, CallbackKind.CALLER_ID_STATUS, CallbackKind.INBOUND_MESSAGE)) {
      Map<?, ?> came = (Map<?, ?>) mule.awaitRun(kind.name(), run -> run.attributes() instanceof CallbackAttributes callback
          && callback.getKind() == kind, SOON).payload();
      ObjectType told = payload(kind);
      came.keySet().forEach(name -> assertTrue(told.getFieldByName((String) name).isPresent(), kind + " " + name));
      told.getFields().stream().filter(field -> field.isRequired()).map(field -> field.getKey().getName().getLocalPart())
          .forEach(name -> assertTrue(came.containsKey(name), kind + " without " + name));
    }
  }

  private static ObjectType payload(CallbackKind kind) {
    MetadataType type = metadata(kind).getModel().getOutput().getType();
    assertTrue(metadata(kind).getModel().getOutput().hasDynamicType());
    return (ObjectType) type;
  }

  private static ComponentMetadataDescriptor<OperationModel> metadata(CallbackKind kind) {
    MetadataResult<ComponentMetadataDescriptor<OperationModel>> result =
        mule.lookup(MetadataService.class).getOperationMetadata(location(kind.name()));
    assertTrue(result.isSuccess(), () -> result.getFailures().toString());
    return result.get();
  }

  private static Location location(String flow) {
    return Location.builder().globalName(flow).addProcessorsPart().addIndexPart(0).build();
  }

  private static Set<String> fieldNames(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).map(Method::getName).filter(name -> name.matches("(get|is)[A-Z].*"))
        .map(name -> Introspector.decapitalize(name.replaceFirst("get|is", ""))).collect(toSet());
  }
}
