package org.muletwilio.internal.callback.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.CallbackKind;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class CallbackContentTest {

  /** Flows clear maps, or put other values into them: what the connector needs after that was read before. */
  @Test
  void aFlowThatClearsThePayloadChangesNothingElse() {
    MultiMap<String, String> fields = new MultiMap<>();
    fields.put("MessageSid", "SM1");
    fields.put("MessageStatus", "delivered");
    CallbackContent content = new CallbackContent(CallbackKind.MESSAGE_STATUS, fields, Optional.empty());
    Message message =
        content.messageWith(new CallbackAttributesBuilder().kind(CallbackKind.MESSAGE_STATUS).flow("flow").build());
    assertSame(fields, message.getPayload().getValue());
    fields.clear();
    assertEquals(Optional.of("SM1"), content.getResourceSid());
    assertTrue(content.isTerminal());
  }

  @Test
  void whatIsNotTheLastStatusAndWhatIsGivenUpAreToldApart() {
    MultiMap<String, String> fields = new MultiMap<>();
    fields.put("MessageSid", "SM1");
    fields.put("MessageStatus", "sent");
    CallbackContent sent = new CallbackContent(CallbackKind.MESSAGE_STATUS, fields, Optional.empty());
    assertFalse(sent.isTerminal() || sent.isGivenUp());
    assertSame(fields, sent.getFields());
    CallbackContent givenUp = CallbackContent.givenUp(CallbackKind.MESSAGE_STATUS, fields);
    assertTrue(givenUp.isGivenUp() && !givenUp.isTerminal());
    assertEquals(Optional.of("SM1"), givenUp.getResourceSid());
  }
}
