package org.muletwilio.simulator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.UserServer.Received;
import org.muletwilio.simulator.UserServer.Reply;
import org.muletwilio.simulator.resource.Form;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.AddressConfiguration;
import com.twilio.rest.conversations.v1.Conversation;
import com.twilio.rest.conversations.v1.configuration.Webhook;
import com.twilio.rest.conversations.v1.conversation.Message;
import com.twilio.rest.conversations.v1.conversation.Participant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks of Conversations, before an event and after it, as Twilio's page "Conversations Webhooks" has them. */
class ConversationsTest {

  private static final String OWN = "+15005550006";
  private static final String CUSTOMER = "+14155550100";
  private static final Duration SOON = Duration.ofSeconds(20);

  private final TwilioSimulator simulator = TwilioSimulator.builder().phoneNumber(OWN).start();
  private final TwilioRestClient client = SdkClient.of(simulator);
  private UserServer server;

  @BeforeEach
  void start() throws IOException {
    server = new UserServer();
    configure(List.of("onConversationAdd", "onConversationAdded", "onParticipantAdd", "onParticipantAdded", "onMessageAdd",
                      "onMessageAdded"));
  }

  @AfterEach
  void stop() {
    simulator.close();
    server.close();
  }

  @Test
  void aMessageThatComesInIsAskedAboutAndToldOf() throws Exception {
    Conversation conversation = conversationWithCustomer();
    server.replying(request -> request.target().equals("/pre")
        ? new Reply(200, "application/json", "{\"body\": \"changed\", \"author\": \"somebody\", \"sid\": \"IM1\"}") : Reply
            .of(200));
    simulator.receiveMessage(CUSTOMER, OWN, "Hello");

    Form before = await("/pre", 1).get(0).form();
    assertEquals("onMessageAdd", before.first("EventType").orElseThrow());
    assertEquals("Hello", before.first("Body").orElseThrow());
    assertEquals(CUSTOMER, before.first("Author").orElseThrow());
    assertEquals(simulator.accountSid(), before.first("AccountSid").orElseThrow());
    assertEquals(conversation.getSid(), before.first("ConversationSid").orElseThrow());
    assertTrue(before.first("ParticipantSid").orElseThrow().startsWith("MB"));
    assertTrue(before.first("MessageSid").isEmpty(), "there is none yet");
    Form after = await("/post", 1).get(0).form();
    assertEquals("onMessageAdded", after.first("EventType").orElseThrow());
    assertEquals("changed", after.first("Body").orElseThrow());
    assertTrue(after.first("MessageSid").orElseThrow().matches("IM[0-9a-f]{32}"), "a SID can't be changed");
    assertEquals("0", after.first("Index").orElseThrow());
    assertEquals(1, await("/scoped", 1).size());
    Message message = messages(conversation).get(0);
    assertEquals("changed", message.getBody());
    assertEquals("somebody", message.getAuthor());
  }

  @Test
  void aMessageThatIsRefusedIsNotThere() throws Exception {
    Conversation conversation = conversationWithCustomer();
    server.replying(request -> Reply.of(request.form().first("Body").orElse("").equals("spam") ? 403 : 200));
    simulator.receiveMessage(CUSTOMER, OWN, "spam");
    simulator.receiveMessage(CUSTOMER, OWN, "Hello");
    assertEquals("Hello", await("/post", 1).get(0).form().first("Body").orElseThrow());
    assertEquals(List.of("Hello"), messages(conversation).stream().map(Message::getBody).toList());
  }

  /** Twilio waits for five seconds, and then takes the message as it is. */
  @Test
  void anAnswerThatDoesNotComeChangesNothing() throws Exception {
    Conversation conversation = conversationWithCustomer();
    CompletableFuture<Void> end = new CompletableFuture<>();
    server.replying(request -> {
      if (!request.target().equals("/pre")) {
        return Reply.of(200);
      }
      end.join();
      return new Reply(403, "application/json", "{\"body\": \"too late\"}");
    });
    try {
      simulator.receiveMessage(CUSTOMER, OWN, "Hello");
      assertEquals("Hello", await("/post", 1).get(0).form().first("Body").orElseThrow());
      assertEquals(1, server.received().stream().filter(each -> each.target().equals("/pre")).count(), "it is asked once");
      assertEquals(List.of("Hello"), messages(conversation).stream().map(Message::getBody).toList());
    } finally {
      end.complete(null);
    }
  }

  @Test
  void anAddressBeginsAConversation() throws Exception {
    AddressConfiguration.creator(AddressConfiguration.Type.SMS, OWN).setAutoCreationEnabled(true).create(client);
    server.replying(request -> request.form().first("EventType").orElse("").equals("onConversationAdd")
        ? new Reply(200, "application/json", "{\"friendly_name\": \"Ada\"}") : Reply.of(200));
    simulator.receiveMessage(CUSTOMER, OWN, "Hello");

    List<String> asked = await("/pre", 3).stream().map(each -> each.form().first("EventType").orElseThrow()).toList();
    assertEquals(List.of("onConversationAdd", "onParticipantAdd", "onMessageAdd"), asked);
    Form first = await("/pre", 3).get(0).form();
    assertEquals(CUSTOMER, first.first("MessagingBinding.Address").orElseThrow());
    assertEquals(OWN, first.first("MessagingBinding.ProxyAddress").orElseThrow());
    assertEquals("Hello", first.first("MessageBody").orElseThrow());
    await("/post", 3);
    Conversation conversation = Conversation.reader().read(client).iterator().next();
    assertEquals("Ada", conversation.getFriendlyName());
    assertEquals(List.of("Hello"), messages(conversation).stream().map(Message::getBody).toList());
    simulator.receiveMessage(CUSTOMER, OWN, "Again");
    await("/post", 4);
    assertEquals(1, StreamSupport.stream(Conversation.reader().read(client).spliterator(), false).count(), "it goes on");
  }

  @Test
  void requestsAreToldOfWhereTheyAskForThatAndNeverAskedAbout() throws Exception {
    Conversation conversation = Conversation.creator().setFriendlyName("Order").create(client);
    Message.creator(conversation.getSid()).setBody("silent").create(client);
    Message.creator(conversation.getSid()).setBody("loud").setXTwilioWebhookEnabled(Message.WebhookEnabledType.TRUE)
        .create(client);
    Form told = await("/post", 1).get(0).form();
    assertEquals("loud", told.first("Body").orElseThrow());
    assertEquals("API", told.first("Source").orElseThrow());
    assertEquals("1", told.first("Index").orElseThrow());
    configure(List.of("onConversationUpdated", "onConversationStateUpdated", "onConversationRemoved"));
    Conversation.updater(conversation.getSid()).setState(Conversation.State.CLOSED)
        .setXTwilioWebhookEnabled(Conversation.WebhookEnabledType.TRUE).update(client);
    Form state = await("/post", 3).stream().map(Received::form)
        .filter(each -> each.first("EventType").orElseThrow().equals("onConversationStateUpdated")).findFirst().orElseThrow();
    assertEquals("active", state.first("StateFrom").orElseThrow());
    assertEquals("closed", state.first("StateTo").orElseThrow());
    assertTrue(Conversation.deleter(conversation.getSid()).setXTwilioWebhookEnabled(Conversation.WebhookEnabledType.TRUE)
        .delete(client));
    assertEquals("onConversationRemoved", await("/post", 4).get(3).form().first("EventType").orElseThrow());
    assertFalse(server.received().stream().anyMatch(each -> each.target().equals("/pre")));
  }

  @Test
  void nothingComesForWhatNoFilterNamesAndNoConversationTakes() throws Exception {
    assertThrows(IllegalArgumentException.class, () -> simulator.receiveMessage(CUSTOMER, OWN, "nobody takes it"));
    configure(List.of("onMessageAdded"));
    Conversation conversation = conversationWithCustomer();
    simulator.receiveMessage(CUSTOMER, OWN, "Hello");
    await("/post", 1);
    assertFalse(server.received().stream().anyMatch(each -> each.target().equals("/pre")));
    Conversation.updater(conversation.getSid()).setState(Conversation.State.CLOSED).update(client);
    assertThrows(IllegalArgumentException.class, () -> simulator.receiveMessage(CUSTOMER, OWN, "it is closed"));
  }

  private void configure(List<String> filters) {
    Webhook.updater().setPreWebhookUrl(server.url("/pre")).setPostWebhookUrl(server.url("/post")).setMethod("POST")
        .setFilters(filters)
        .update(client);
  }

  private Conversation conversationWithCustomer() {
    Conversation conversation = Conversation.creator().setFriendlyName("Order").create(client);
    Participant.creator(conversation.getSid()).setMessagingBindingAddress(CUSTOMER).setMessagingBindingProxyAddress(OWN)
        .create(client);
    com.twilio.rest.conversations.v1.conversation.Webhook
        .creator(conversation.getSid(), com.twilio.rest.conversations.v1.conversation.Webhook.Target.WEBHOOK)
        .setConfigurationUrl(server.url("/scoped")).setConfigurationFilters(List.of("onMessageAdded")).create(client);
    return conversation;
  }

  private List<Message> messages(Conversation conversation) {
    return StreamSupport.stream(Message.reader(conversation.getSid()).read(client).spliterator(), false).toList();
  }

  private List<Received> await(String target, int count) throws Exception {
    simulator.awaitCallbacks(all -> all.stream().filter(each -> each.signedUrl().endsWith(target)).count() >= count, SOON);
    return server.received().stream().filter(each -> each.target().equals(target)).toList();
  }
}
