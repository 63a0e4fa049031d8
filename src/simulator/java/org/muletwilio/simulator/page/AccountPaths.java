package org.muletwilio.simulator.page;

import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.JsonReader;
import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.endpoint.ChannelPoolApi;
import org.muletwilio.simulator.endpoint.MessagingServiceApi;
import org.muletwilio.simulator.endpoint.SenderPoolApi;
import org.muletwilio.simulator.event.EventTypes;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Sids;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The paths for what the account owns, and for what happened so far. */
final class AccountPaths {

  private final SimulatorCore simulator;
  private final BooleanSupplier saveState;

  AccountPaths(SimulatorCore simulator, BooleanSupplier saveState) {
    this.simulator = simulator;
    this.saveState = saveState;
  }

  List<WebPath> paths() {
    return List.of(
        WebPath.post("numbers", "adds a number to the account, or sets the addresses of one that is there", this::number,
                     WebParameter.phoneNumber("phoneNumber").asRequired(), WebParameter.address("smsUrl"),
                     WebParameter.address("smsFallbackUrl"), WebParameter.address("voiceUrl"),
                     WebParameter.address("voiceFallbackUrl"), WebParameter.address("statusCallback")),
        WebPath.post("senders", "adds a WhatsApp or RCS sender to the account, or sets the addresses of one that is there",
                     this::sender, WebParameter.sender("sender").asRequired(), WebParameter.address("callbackUrl"),
                     WebParameter.address("fallbackUrl"), WebParameter.address("statusCallbackUrl")),
        WebPath.post("messaging-services", "adds a Messaging Service, or changes one that is there", this::messagingService,
                     WebParameter.sid("sid", "MG"), WebParameter.text("friendlyName"), WebParameter.address("inboundRequestUrl"),
                     WebParameter.address("fallbackUrl"), WebParameter.address("statusCallback"),
                     WebParameter.flag("useInboundWebhookOnNumber"), WebParameter.phoneNumber("phoneNumber"),
                     WebParameter.sender("sender")),
        WebPath.post("events", "an event of Event Streams happens: the sinks that have subscribed to its type are told of it",
                     this::event, WebParameter.choice("type", EventTypes.ALL.toArray(String[]::new)).named("type of an event")
                     .asRequired(), WebParameter.text("data")),
        WebPath.post("save", "writes the file of the state", request -> save()),
        WebPath.post("release", "sends all scheduled messages now", request -> release()),
        WebPath.post("forget", "forgets the callbacks and requests so far", request -> forget()));
  }

  private Optional<String> number(WebRequest request) {
    String phoneNumber = request.text("phoneNumber");
    Map<String, Object> addresses = addresses(request, Map.of("smsUrl", "sms_url", "smsFallbackUrl", "sms_fallback_url",
                                                              "voiceUrl", "voice_url", "voiceFallbackUrl", "voice_fallback_url",
                                                              "statusCallback", "status_callback"));
    simulator.stores().numbers().update(simulator.number(phoneNumber).sid(), old -> with(old, addresses));
    return Optional.of(phoneNumber + " is a number of the account");
  }

  private Optional<String> sender(WebRequest request) {
    String sender = request.text("sender");
    Map<String, Object> addresses = addresses(request, Map.of("callbackUrl", "callback_url", "fallbackUrl", "fallback_url",
                                                              "statusCallbackUrl", "status_callback_url"));
    simulator.stores().channelSenders().update(simulator.sender(sender).sid(), old -> {
      Map<Object, Object> webhook = new LinkedHashMap<>((Map<?, ?>) old.properties().get("webhook"));
      webhook.putAll(addresses);
      return old.with("webhook", webhook);
    });
    return Optional.of(sender + " is a sender of the account");
  }

  /** The addresses that a request gives, by Twilio's names. */
  private Map<String, Object> addresses(WebRequest request, Map<String, String> names) {
    Map<String, Object> addresses = new LinkedHashMap<>();
    names.forEach((name, property) -> WebApi.address(request, name, simulator.urls())
        .ifPresent(url -> addresses.put(property, url)));
    return addresses;
  }

  private static Resource with(Resource resource, Map<String, Object> properties) {
    Resource changed = resource;
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      changed = changed.with(property.getKey(), property.getValue());
    }
    return changed;
  }

  private Optional<String> event(WebRequest request) {
    String type = request.text("type");
    Map<String, Object> data = request.optional("data").map(AccountPaths::object).orElse(Map.of());
    String account = simulator.accounts().firstSid();
    int sinks = simulator.events().emit(type, account, "/" + account, data);
    if (sinks == 0) {
      throw new IllegalArgumentException("No sink has subscribed to " + type);
    }
    return Optional.of("The event goes to " + (sinks == 1 ? "a sink" : sinks + " sinks"));
  }

  private static Map<String, Object> object(String json) {
    try {
      return JsonReader.object(json);
    } catch (ApiError e) {
      throw new IllegalArgumentException("data is not a JSON object: " + e.getMessage(), e);
    }
  }

  private Optional<String> messagingService(WebRequest request) {
    String sid = request.optional("sid").orElseGet(() -> Sids.next("MG"));
    ResourceStore services = simulator.stores().messagingServices();
    if (services.find(sid).isEmpty()) {
      services.add(MessagingServiceApi.service(simulator.accounts().firstSid(), sid));
    }
    Map<String, Object> addresses = addresses(request, Map.of("inboundRequestUrl", "inbound_request_url", "fallbackUrl",
                                                              "fallback_url", "statusCallback", "status_callback"));
    services.update(sid, old -> with(old, addresses)
        .with("friendly_name", request.optional("friendlyName").orElse(old.text("friendly_name")))
        .with("use_inbound_webhook_on_number", request.optional("useInboundWebhookOnNumber").map(Boolean::valueOf)
            .orElse(Boolean.valueOf(old.text("use_inbound_webhook_on_number")))));
    request.form().all("phoneNumber").stream().filter(one -> !one.isEmpty()).map(simulator::number)
        .forEach(number -> simulator.stores().senderPools().add(SenderPoolApi.pooled(number, sid)));
    request.form().all("sender").stream().filter(one -> !one.isEmpty()).map(simulator::sender)
        .forEach(sender -> simulator.stores().senderPools().add(ChannelPoolApi.pooled(sender, sid)));
    return Optional.of(sid + " is a Messaging Service of the account");
  }

  private Optional<String> save() {
    if (!saveState.getAsBoolean()) {
      throw new IllegalArgumentException("The simulator was started without a file for its state: --state FILE");
    }
    return Optional.of("State saved");
  }

  private Optional<String> release() {
    simulator.messageLifecycle().releaseScheduled();
    return Optional.of("Scheduled messages released");
  }

  private Optional<String> forget() {
    simulator.journals().clear();
    return Optional.of("Callbacks and requests forgotten");
  }
}
