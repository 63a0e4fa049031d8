package org.muletwilio.simulator.page;

import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.endpoint.NumberApi;
import org.muletwilio.simulator.resource.Resource;

import java.util.List;
import java.util.Optional;

/** The paths for what the account owns, and for what happened so far. */
final class AccountPaths {

  private final SimulatorCore simulator;

  AccountPaths(SimulatorCore simulator) {
    this.simulator = simulator;
  }

  List<WebPath> paths() {
    return List.of(
        WebPath.post("numbers", "adds a number to the account, or sets the addresses of one that is there", this::number,
                     WebParameter.phoneNumber("phoneNumber").asRequired(), WebParameter.address("smsUrl"), WebParameter.address("voiceUrl")),
        WebPath.post("release", "sends all scheduled messages now", request -> release()),
        WebPath.post("forget", "forgets the callbacks and requests so far", request -> forget()));
  }

  private Optional<String> number(WebRequest request) {
    String phoneNumber = request.text("phoneNumber");
    Optional<String> smsUrl = WebApi.address(request, "smsUrl", simulator.urls());
    Optional<String> voiceUrl = WebApi.address(request, "voiceUrl", simulator.urls());
    Resource number = simulator.stores().numbers().all().stream().filter(one -> one.text("phone_number").equals(phoneNumber)).findFirst()
        .orElseGet(() -> simulator.stores().numbers().add(NumberApi.number(simulator.accounts().firstSid(), phoneNumber)));
    simulator.stores().numbers().update(number.sid(), old -> {
      Resource changed = smsUrl.map(url -> old.with("sms_url", url)).orElse(old);
      return voiceUrl.map(url -> changed.with("voice_url", url)).orElse(changed);
    });
    return Optional.of(phoneNumber + " is a number of the account");
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
