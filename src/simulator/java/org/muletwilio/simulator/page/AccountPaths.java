package org.muletwilio.simulator.page;

import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.endpoint.MessagingServiceApi;
import org.muletwilio.simulator.endpoint.SenderPoolApi;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;

import java.util.List;
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
                     WebParameter.address("voiceUrl")),
        WebPath.post("messaging-services", "adds a Messaging Service, or changes one that is there", this::messagingService,
                     WebParameter.sid("sid", "MG").asRequired(), WebParameter.text("friendlyName"),
                     WebParameter.address("inboundRequestUrl"),
                     WebParameter.address("statusCallback"), WebParameter.flag("useInboundWebhookOnNumber"),
                     WebParameter.phoneNumber("phoneNumber")),
        WebPath.post("save", "writes the file of the state", request -> save()),
        WebPath.post("release", "sends all scheduled messages now", request -> release()),
        WebPath.post("forget", "forgets the callbacks and requests so far", request -> forget()));
  }

  private Optional<String> number(WebRequest request) {
    String phoneNumber = request.text("phoneNumber");
    Optional<String> smsUrl = WebApi.address(request, "smsUrl", simulator.urls());
    Optional<String> voiceUrl = WebApi.address(request, "voiceUrl", simulator.urls());
    Resource number = simulator.number(phoneNumber);
    simulator.stores().numbers().update(number.sid(), old -> {
      Resource changed = smsUrl.map(url -> old.with("sms_url", url)).orElse(old);
      return voiceUrl.map(url -> changed.with("voice_url", url)).orElse(changed);
    });
    return Optional.of(phoneNumber + " is a number of the account");
  }

  private Optional<String> messagingService(WebRequest request) {
    String sid = request.text("sid");
    ResourceStore services = simulator.stores().messagingServices();
    if (services.find(sid).isEmpty()) {
      services.add(MessagingServiceApi.service(simulator.accounts().firstSid(), sid));
    }
    Optional<String> inbound = WebApi.address(request, "inboundRequestUrl", simulator.urls());
    Optional<String> status = WebApi.address(request, "statusCallback", simulator.urls());
    services.update(sid, old -> old.with("friendly_name", request.optional("friendlyName").orElse(old.text("friendly_name")))
        .with("inbound_request_url", inbound.orElse(filled(old, "inbound_request_url")))
        .with("status_callback", status.orElse(filled(old, "status_callback")))
        .with("use_inbound_webhook_on_number", request.optional("useInboundWebhookOnNumber").map(Boolean::valueOf)
            .orElse(Boolean.valueOf(old.text("use_inbound_webhook_on_number")))));
    request.form().all("phoneNumber").stream().map(simulator::number)
        .forEach(number -> simulator.stores().senderPools().add(SenderPoolApi.pooled(number, sid)));
    return Optional.of(sid + " is a Messaging Service of the account");
  }

  private static String filled(Resource resource, String name) {
    return resource.text(name).isEmpty() ? null : resource.text(name);
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
