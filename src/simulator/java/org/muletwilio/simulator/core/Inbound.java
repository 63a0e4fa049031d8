package org.muletwilio.simulator.core;

import static org.muletwilio.simulator.twiml.Twiml.attribute;

import org.muletwilio.simulator.call.CallResources;
import org.muletwilio.simulator.call.CallSettings;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.catalogue.Conversations;
import org.muletwilio.simulator.endpoint.ChannelSenderApi;
import org.muletwilio.simulator.event.EventStream;
import org.muletwilio.simulator.event.EventTypes;
import org.muletwilio.simulator.message.MessageFields;
import org.muletwilio.simulator.message.MessageLifecycle;
import org.muletwilio.simulator.message.MessageResources;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Stores;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.script.Script;
import org.muletwilio.simulator.session.Switchboard;
import org.muletwilio.simulator.session.TwimlPlayer;
import org.muletwilio.simulator.storage.StoredFile;
import org.muletwilio.simulator.twiml.Instructions;
import org.muletwilio.simulator.twiml.Twiml;
import org.muletwilio.simulator.twiml.TwimlException;
import org.muletwilio.simulator.twiml.TwimlFetcher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

import org.w3c.dom.Element;

/** Delivers incoming messages and calls to the URLs of their number. */
public final class Inbound {

  private static final int MOST_DOCUMENTS = 10;

  private final Stores stores;
  private final ResourceStore messages;
  private final EventStream events;
  private final Switchboard board;
  private final MessageLifecycle life;
  private final Script script;
  private final TwimlFetcher fetcher;
  private final ExecutorService workers;
  private final MessageFiles files;
  private final Conversations conversations;

  Inbound(Stores stores, Switchboard board, MessageLifecycle life, Script script, TwimlFetcher fetcher,
          EventStream events, ExecutorService workers, MessageFiles files, Conversations conversations) {
    this.conversations = conversations;
    this.stores = stores;
    this.events = events;
    messages = stores.messages();
    this.board = board;
    this.life = life;
    this.script = script;
    this.fetcher = fetcher;
    this.workers = workers;
    this.files = files;
  }

  /** @throws IllegalArgumentException if nobody owns the number or it has no address for calls */
  public Resource call(String from, String to) {
    return call(from, to, script.callOf(to, from));
  }

  /**
   * A call whose caller does what is said here.
   *
   * @throws IllegalArgumentException if nobody owns the number or it has no address for calls
   */
  public Resource call(String from, String to, CallScript caller) {
    Resource number = number(stores.numbers(), to);
    if (!number.text("trunk_sid").isEmpty()) {
      throw new IllegalArgumentException(to + " has no address for calls: the trunk " + number.text("trunk_sid") + " takes them");
    }
    Resource owner = stores.applications().find(number.text("voice_application_sid")).orElse(number);
    CallbackTarget target = CallbackTarget.of(owner, "voice_url", "voice_method")
        .orElseThrow(() -> new IllegalArgumentException(to + " has no URL for calls"));
    Resource call = board.calls().add(CallResources.call(owner.accountSid(), from, to, "inbound", Optional.empty()));
    board.start(call, CallSettings.of(owner), caller, new TwimlPlayer(board, Instructions.from(target)), () -> { });
    return call;
  }

  /** @throws IllegalArgumentException if nobody owns the number or it has no address for messages */
  public Resource message(String from, String to, String body, List<String> mediaUrls) {
    Map<String, String> media = new LinkedHashMap<>();
    mediaUrls.forEach(url -> media.put(url, MessageFields.contentType(url)));
    return message(from, to, body, mediaUrls.size(), message -> media);
  }

  /** As above, with files that the API gives out. */
  public Resource messageWithFiles(String from, String to, String body, List<StoredFile> media) {
    return message(from, to, body, media.size(), message -> files.keep(message, media));
  }

  /** @param media content types by addresses */
  private Resource message(String from, String to, String body, int count, Function<Resource, Map<String, String>> media) {
    Optional<String> conversing = to.indexOf(':') >= 0 ? Optional.empty() : Optional.of(number(stores.numbers(), to).accountSid())
        .filter(account -> conversations.take(account, from, to));
    Optional<MessageAddress> address = conversing.isPresent() ? Optional.empty() : Optional.of(MessageAddress.of(stores, to));
    Resource message = messages.add(MessageResources
        .message(conversing.or(() -> address.map(MessageAddress::accountSid)).orElseThrow(), Optional.of(from), to, body, count,
            "inbound")
        .with("messaging_service_sid", address.flatMap(MessageAddress::service).orElse(null)));
    events.emit(EventTypes.INBOUND_MESSAGE, message, MessageFields.event(message));
    Map<String, String> files = media.apply(message);
    life.media(message.sid(), List.copyOf(files.keySet()));
    answerKeyword(message);
    workers.execute(() -> address.ifPresentOrElse(
        asked -> answer(message, asked.target(), asked.fallback(), MessageFields.inbound(message, files)),
        () -> conversations.receive(message)));
    return message;
  }

  /** @throws IllegalArgumentException if nobody owns it */
  static Resource number(ResourceStore numbers, String phoneNumber) {
    return numbers.all().stream().filter(one -> one.text("phone_number").equals(phoneNumber)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No account has the number " + phoneNumber));
  }

  private void answer(Resource message, CallbackTarget target, Optional<CallbackTarget> fallback, Form fields) {
    Optional<CallbackTarget> next = Optional.of(target);
    try {
      for (int count = 0; next.isPresent() && count < MOST_DOCUMENTS; count++) {
        Twiml document = fetcher.fetch(Callback.Kind.INBOUND_MESSAGE, message, next.get(), fallback, fields);
        next = Optional.empty();
        for (Element verb : document.verbs()) {
          if (verb.getTagName().equals("Redirect")) {
            String method = attribute(verb, "method").orElse("POST");
            next = Optional.of(CallbackTarget.of(document.resolve(Twiml.text(verb)), method));
            break;
          }
          if (verb.getTagName().equals("Message")) {
            reply(message, verb, document);
          }
        }
      }
    } catch (TwimlException e) {
      messages.update(message.sid(), old -> old.with("error_code", e.code()).with("error_message", e.getMessage()));
    }
  }

  /** Answers STOP, START and HELP as Twilio does, beside what the user's address answers. */
  private void answerKeyword(Resource message) {
    life.optOuts().received(message).ifPresent(text -> life.begin(messages.add(MessageResources
        .message(message.accountSid(), Optional.of(message.text("to")), message.text("from"), text, 0, "outbound-reply")),
                                                                  Optional.empty()));
  }

  private void reply(Resource message, Element verb, Twiml document) throws TwimlException {
    List<Element> parts = Twiml.elements(verb);
    String body = parts.stream().filter(part -> part.getTagName().equals("Body")).map(Twiml::text).findFirst()
        .orElse(Twiml.text(verb));
    List<String> media = parts.stream().filter(part -> part.getTagName().equals("Media")).map(Twiml::text).toList();
    Resource reply = messages.add(MessageResources
        .message(message.accountSid(), Optional.of(attribute(verb, "from").orElse(message.text("to"))),
                 attribute(verb, "to").orElse(message.text("from")), body, media.size(), "outbound-reply"));
    life.media(reply.sid(), media);
    Optional<CallbackTarget> told = document.target(verb, "statusCallback", "", "");
    if (told.isEmpty()) {
      told = document.target(verb, "action", "", "");
    }
    life.begin(reply, told.map(CallbackTarget::url)
        .or(() -> ChannelSenderApi.statusCallback(stores.channelSenders(), reply.text("from"))));
  }
}
