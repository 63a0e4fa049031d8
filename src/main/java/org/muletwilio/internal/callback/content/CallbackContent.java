package org.muletwilio.internal.callback.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mule.runtime.api.metadata.MediaType.APPLICATION_JAVA;
import static org.mule.runtime.api.metadata.MediaType.APPLICATION_JSON;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;

import java.util.List;
import java.util.Optional;

/** What a callback tells the flow. What the connector needs later is read before the flow has the fields, and may change them. */
public final class CallbackContent {

  /** Told once: Mule finds out the type of a value anew each time, which takes as long as all the rest here. */
  private static final DataType FIELDS = DataType.builder().mapType(MultiMap.class).keyType(String.class).valueType(String.class)
      .mediaType(APPLICATION_JAVA).build();
  private static final DataType JSON =
      DataType.builder().type(String.class).mediaType(APPLICATION_JSON.withCharset(UTF_8)).build();
  private static final DataType ATTRIBUTES = DataType.fromType(CallbackAttributes.class);

  private final MultiMap<String, String> fields;
  private final Optional<String> json;
  private final Optional<String> resourceSid;
  private final boolean terminal;
  private final boolean givenUp;

  /**
   * @param kind what the callback is about
   * @param fields Twilio's fields
   * @param json what came in place of a form, if anything did
   */
  public CallbackContent(CallbackKind kind, MultiMap<String, String> fields, Optional<String> json) {
    this(kind, fields, json, false);
  }

  private CallbackContent(CallbackKind kind, MultiMap<String, String> fields, Optional<String> json, boolean givenUp) {
    this.fields = fields;
    this.json = json;
    this.resourceSid = kind.resourceSidIn(fields);
    this.terminal = StatusOrder.isTerminal(kind, kind.statusIn(fields).orElse(null));
    this.givenUp = givenUp;
  }

  /**
   * @param kind what the callback would be about
   * @param fields those that are known
   * @return what a flow is told in place of a last status that never came
   */
  public static CallbackContent givenUp(CallbackKind kind, MultiMap<String, String> fields) {
    return new CallbackContent(kind, fields, Optional.empty(), true);
  }

  /** @return Twilio's fields; to be read before {@link #messageWith} alone */
  public MultiMap<String, String> getFields() {
    return fields;
  }

  /** @return the events of Event Streams that it is made of; empty where it is something else */
  public Optional<List<CloudEvent>> getEvents() {
    return json.flatMap(CloudEvent::in);
  }

  /** @return the SID of the message, call … that it is about */
  public Optional<String> getResourceSid() {
    return resourceSid;
  }

  /** @return whether no status follows the one that it reports */
  public boolean isTerminal() {
    return terminal;
  }

  /** @return whether it tells that a last status is not awaited any more */
  public boolean isGivenUp() {
    return givenUp;
  }

  /**
   * The flow gets the map itself, in place of a copy: nothing may read it from here on.
   *
   * @return what the flow starts with: the fields as a map, or the JSON as a text
   */
  public Message messageWith(CallbackAttributes attributes) {
    return Message.builder()
        .payload(json.isPresent() ? new TypedValue<>(json.get(), JSON) : new TypedValue<>(fields, FIELDS))
        .attributes(new TypedValue<>(attributes, ATTRIBUTES))
        .build();
  }
}
