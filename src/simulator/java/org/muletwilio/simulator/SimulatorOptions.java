package org.muletwilio.simulator;

import static org.muletwilio.simulator.OptionValues.duration;
import static org.muletwilio.simulator.OptionValues.pair;
import static org.muletwilio.simulator.OptionValues.port;
import static org.muletwilio.simulator.OptionValues.probability;

import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.simulator.callback.Faults;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.script.MessageOutcome;
import org.muletwilio.simulator.script.Rules;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The command line of the simulator. */
public final class SimulatorOptions {

  static final int DEFAULT_PORT = 8010;

  private final TwilioSimulatorBuilder builder = TwilioSimulator.builder().port(DEFAULT_PORT);
  private final List<Consumer<TwilioSimulator>> settings = new ArrayList<>();
  private final List<String[]> apiKeys = new ArrayList<>();
  private String accountSid = TwilioSimulator.DEFAULT_ACCOUNT_SID;
  private String authToken = TwilioSimulator.DEFAULT_AUTH_TOKEN;
  private Optional<ConfigurationFile> configuration = Optional.empty();
  private boolean help;

  private SimulatorOptions() {}

  /** @throws IllegalArgumentException if an option is unknown or its value is wrong */
  public static SimulatorOptions parse(List<String> arguments) {
    SimulatorOptions options = new SimulatorOptions();
    options.take(arguments);
    return options;
  }

  private void take(List<String> arguments) {
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
      String name = rest.next();
      switch (name) {
        case "--help", "-h" -> help = true;
        case "--remote-page" -> builder.remotePage(true);
        case "--strict-urls" -> builder.strictUrls(true);
        default -> set(name, rest);
      }
    }
  }

  boolean help() {
    return help;
  }

  /** A builder with the account, port and pace of the options. */
  public TwilioSimulatorBuilder builder() {
    if (configuration.map(file -> file.addAccounts(builder)).orElse(false)) {
      return builder;
    }
    builder.account(accountSid, authToken);
    apiKeys.forEach(key -> builder.apiKey(accountSid, key[0], key[1]));
    return builder;
  }

  /** Gives a started simulator the outcomes, routes and faults of the options. */
  public void apply(TwilioSimulator simulator) {
    settings.forEach(setting -> setting.accept(simulator));
  }

  private void set(String name, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(name + " isn't known or lacks its value");
    }
    String value = rest.next();
    try {
      setValue(name, value);
    } catch (IllegalArgumentException e) {
      boolean secret = name.equals("--auth-token") || name.equals("--api-key") || name.equals("--shared-key");
      String reason = e instanceof NumberFormatException ? "is not a number, or not of this size" : e.getMessage();
      throw new IllegalArgumentException(name + (secret ? "" : " " + value) + ": " + reason, e);
    }
  }

  private void setValue(String name, String value) {
    switch (name) {
      case "--port" -> builder.port(port(value));
      case "--config" -> configure(ConfigurationFile.read(Path.of(value)));
      case "--state" -> builder.state(Path.of(value));
      case "--host" -> builder.host(value);
      case "--account-sid" -> accountSid = value;
      case "--auth-token" -> authToken = value;
      case "--api-key" -> apiKeys.add(pair(value, ':'));
      case "--shared-key" -> sharedKey(pair(value, '='));
      case "--pace" -> builder.pace(duration(value));
      case "--route" -> route(pair(value, '='));
      case "--outcome" -> outcome(pair(value, '='));
      case "--call" -> call(pair(value, '='));
      case "--phone-number" -> builder.phoneNumber(value);
      case "--sender" -> sender(value);
      case "--messaging-service" -> messagingService(value);
      case "--drop" -> fault(value, Faults::drop);
      case "--repeat" -> fault(value, Faults::repeat);
      case "--reorder" -> fault(value, Faults::reorder);
      case "--forge" -> fault(value, Faults::forge);
      case "--delay" -> delay(pair(value, ':'));
      case "--seed" -> seed(Long.parseLong(value));
      case "--api-fault" -> apiFault(pair(value, ':'));
      case "--api-delay" -> apiDelay(duration(value));
      default -> throw new IllegalArgumentException("isn't known");
    }
  }

  private void configure(ConfigurationFile file) {
    configuration = Optional.of(file);
    settings.add(file::apply);
    take(file.arguments());
  }

  /** The configuration file, if one is named. */
  Optional<ConfigurationFile> configuration() {
    return configuration;
  }

  private void sender(String senderId) {
    settings.add(simulator -> simulator.configure("senders", Form.of("sender", senderId)));
  }

  /** A messaging service by its SID, and after = the numbers and senders that are in it. */
  private void messagingService(String value) {
    String[] parts = value.split("[=,]");
    Form form = Form.of("sid", parts[0]);
    for (String member : Arrays.asList(parts).subList(1, parts.length)) {
      form = form.with(member.indexOf(':') < 0 ? "phoneNumber" : "sender", member);
    }
    Form fields = form;
    settings.add(simulator -> simulator.configure("messaging-services", fields));
  }

  private void route(String[] publicAndLocal) {
    settings.add(simulator -> simulator.route(publicAndLocal[0], publicAndLocal[1]));
  }

  private void sharedKey(String[] urlAndKey) {
    String[] key = pair(urlAndKey[1], ':');
    settings.add(simulator -> simulator.sharedKey(urlAndKey[0], key[0], key[1]));
  }

  private void outcome(String[] toAndOutcome) {
    Rules.Parties parties = Rules.Parties.parse(toAndOutcome[0]);
    List<MessageOutcome> outcomes = MessageOutcome.parseAll(toAndOutcome[1]);
    settings.add(simulator -> simulator.script().messages().set(parties, outcomes));
  }

  private void call(String[] numberAndScript) {
    Rules.Parties parties = Rules.Parties.parse(numberAndScript[0]);
    List<CallScript> scripts = CallScript.parseAll(numberAndScript[1]);
    settings.add(simulator -> simulator.script().calls().set(parties, scripts));
  }

  /** A fault with a probability. */
  private interface Fault {

    Faults set(Faults faults, double probability);
  }

  private void fault(String value, Fault fault) {
    double probability = probability(value);
    settings.add(simulator -> fault.set(simulator.faults(), probability));
  }

  private void delay(String[] probabilityAndDuration) {
    double probability = probability(probabilityAndDuration[0]);
    Duration by = duration(probabilityAndDuration[1]);
    settings.add(simulator -> simulator.faults().delay(probability, by));
  }

  private void seed(long value) {
    settings.add(simulator -> simulator.faults().seed(value));
  }

  private void apiFault(String[] faultAndCount) {
    int count = Integer.parseInt(faultAndCount[1]);
    ApiFault fault = ApiFault.parse(faultAndCount[0]);
    settings.add(simulator -> simulator.apiFaults().nextCreates(count, fault));
  }

  private void apiDelay(Duration duration) {
    settings.add(simulator -> simulator.apiFaults().delayAnswers(duration));
  }
}
