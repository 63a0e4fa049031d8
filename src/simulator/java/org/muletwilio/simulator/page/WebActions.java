package org.muletwilio.simulator.page;

import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.simulator.api.ApiFaults;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.Faults;
import org.muletwilio.simulator.callback.Forgery;
import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.endpoint.NumberApi;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.PhoneNumbers;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the page's buttons do. */
public final class WebActions {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int MOST_FAULTS = 1000;

  private final SimulatorCore simulator;

  public WebActions(SimulatorCore simulator) {
    this.simulator = simulator;
  }

  /**
   * Does what a button asks for.
   *
   * @param action such as {@code faults} or {@code callbacks/12/repeat}
   * @return what was done, or nothing if there is no such action or nothing left that it is for
   * @throws IllegalArgumentException if it can't be done so
   */
  Optional<String> perform(String action, Form form) {
    List<String> parts = List.of(action.split("/"));
    if (parts.size() == 3) {
      return switch (parts.get(0) + "/" + parts.get(2)) {
        case "callbacks/repeat" -> known(parts.get(1)).map(simulator.adHocCallbacks()::repeat).map(WebActions::answered);
        case "callbacks/forge" -> known(parts.get(1)).map(simulator.adHocCallbacks()::forge).map(forgery -> forge(forgery, form));
        case "calls/hang-up" -> simulator.stores().calls().find(parts.get(1)).map(this::hangUp);
        default -> Optional.empty();
      };
    }
    return switch (action) {
      case "faults" -> Optional.of(faults(form));
      case "api-faults" -> Optional.of(apiFaults(form));
      case "no-faults" -> Optional.of(noFaults());
      case "messages" -> Optional.of(message(form));
      case "calls" -> Optional.of(call(form));
      case "numbers" -> Optional.of(number(form));
      case "forge" -> Optional.of(forge(form));
      case "release" -> Optional.of(release());
      case "forget" -> Optional.of(forget());
      default -> Optional.empty();
    };
  }

  private Optional<CallbackAttempt> known(String number) {
    return number.matches("\\d{1,18}") ? simulator.journals().callbacks().find(Long.parseLong(number)) : Optional.empty();
  }

  private String forge(Form form) {
    return forge(simulator.adHocCallbacks().forge(address(form, "url").orElseThrow(() -> missing("url"))), form);
  }

  private static String forge(Forgery forgery, Form form) {
    switch (form.filled("signature").orElse("none")) {
      case "none" -> forgery.withoutSignature();
      case "wrong" -> forgery.wrongSignature();
      default -> throw new IllegalArgumentException("signature must be none or wrong");
    }
    return answered(forgery.send());
  }

  private static String answered(CallbackAttempt attempt) {
    return (attempt.forged() ? "Forged" : "Repeated") + " callback: "
        + attempt.failure().orElseGet(() -> "answered " + attempt.status());
  }

  private String hangUp(Resource call) {
    simulator.board().hangUp(call.sid());
    return "Hung up";
  }

  private String faults(Form form) {
    Faults faults = simulator.faults();
    Faults.Settings now = faults.settings();
    double drop = probability(form, "drop", now.drop());
    double repeat = probability(form, "repeat", now.repeat());
    double reorder = probability(form, "reorder", now.reorder());
    double delay = probability(form, "delay", now.delay());
    double forge = probability(form, "forge", now.forge());
    Duration delayBy = duration(form, "delayBy").orElse(now.delayBy());
    faults.drop(drop).repeat(repeat).reorder(reorder).delay(delay, delayBy).forge(forge);
    return "Faults of callbacks set";
  }

  private String apiFaults(Form form) {
    ApiFaults faults = simulator.apiFaults();
    int count = form.filled("count").map(Integer::parseInt).orElse(1);
    if (count < 1 || count > MOST_FAULTS) {
      throw new IllegalArgumentException("count must be from 1 to " + MOST_FAULTS);
    }
    Optional<ApiFault> fault = form.filled("fault").map(ApiFault::parse);
    Optional<Duration> delay = duration(form, "delay");
    fault.ifPresent(one -> faults.nextCreates(count, one));
    delay.ifPresent(faults::delayAnswers);
    return fault.map(one -> "The next " + (count == 1 ? "create goes" : count + " creates go") + " wrong: " + one.text())
        .orElse("Faults of the API set");
  }

  private String noFaults() {
    simulator.faults().none();
    simulator.apiFaults().none();
    return "All goes well from now on";
  }

  private String message(Form form) {
    Resource message = simulator.inbound().message(text(form, "from"), text(form, "to"), form.first("body").orElse(""),
                                                   form.all("mediaUrl"));
    return "Message " + message.sid() + " came in";
  }

  private String call(Form form) {
    return "Call " + simulator.inbound().call(text(form, "from"), text(form, "to")).sid() + " came in";
  }

  private String number(Form form) {
    String phoneNumber = text(form, "phoneNumber");
    if (!PhoneNumbers.valid(phoneNumber)) {
      throw new IllegalArgumentException("phoneNumber must be a number such as +14155550100");
    }
    Optional<String> smsUrl = address(form, "smsUrl");
    Optional<String> voiceUrl = address(form, "voiceUrl");
    ResourceStore numbers = simulator.stores().numbers();
    Resource number = numbers.all().stream().filter(one -> one.text("phone_number").equals(phoneNumber)).findFirst()
        .orElseGet(() -> numbers.add(NumberApi.number(simulator.accounts().firstSid(), phoneNumber)));
    numbers.update(number.sid(), old -> {
      Resource changed = smsUrl.map(url -> old.with("sms_url", url)).orElse(old);
      return voiceUrl.map(url -> changed.with("voice_url", url)).orElse(changed);
    });
    return phoneNumber + " is a number of the account";
  }

  private String release() {
    simulator.messageLifecycle().releaseScheduled();
    return "Scheduled messages released";
  }

  private String forget() {
    simulator.journals().clear();
    return "Callbacks and requests forgotten";
  }

  private Optional<String> address(Form form, String name) {
    Optional<String> url = form.filled(name);
    url.filter(one -> !simulator.urls().accept(one)).ifPresent(one -> {
      throw new IllegalArgumentException(name + " is not a URL that Twilio accepts for callbacks");
    });
    return url;
  }

  private static String text(Form form, String name) {
    return form.filled(name).orElseThrow(() -> missing(name));
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(name + " is missing");
  }

  private static double probability(Form form, String name, double otherwise) {
    double probability = form.filled(name).map(Double::parseDouble).orElse(otherwise);
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(name + " must be a probability from 0 to 1");
    }
    return probability;
  }

  private static Optional<Duration> duration(Form form, String name) {
    Optional<Duration> duration = form.filled(name).map(Long::parseLong).map(Duration::ofMillis);
    duration.filter(one -> one.isNegative() || one.compareTo(LONGEST) > 0).ifPresent(one -> {
      throw new IllegalArgumentException(name + " must be from 0 to " + LONGEST.toMillis() + " ms");
    });
    return duration;
  }
}
