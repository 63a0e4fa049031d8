package org.muletwilio.simulator;

import org.muletwilio.simulator.api.Accounts;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.callback.CallbackAttempt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.NoSuchAlgorithmException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** Configures and starts a simulator. */
public final class TwilioSimulatorBuilder {

  final Accounts accounts = new Accounts();
  String host = "127.0.0.1";
  int port;
  int senders = 16;
  int answerers = 32;
  int callers = 16;
  final List<String> phoneNumbers = new ArrayList<>();
  Duration pace = Duration.ofMillis(50);
  Optional<Path> state = Optional.empty();
  boolean strictUrls;
  boolean remotePage;
  boolean keepConnections;
  Optional<SSLContext> apiTls = Optional.empty();
  SSLContext sslContext = defaultSslContext();
  Consumer<ApiExchange> requestListener = request -> { };
  Consumer<CallbackAttempt> callbackListener = callback -> { };

  TwilioSimulatorBuilder() {}

  /** The port of the API; 0, the default, takes a free one. */
  public TwilioSimulatorBuilder port(int value) {
    port = value;
    return this;
  }

  /** The address to bind to; loopback by default. */
  public TwilioSimulatorBuilder host(String value) {
    host = value;
    return this;
  }

  /** Adds an account; without any there is {@link TwilioSimulator#DEFAULT_ACCOUNT_SID}. */
  public TwilioSimulatorBuilder account(String accountSid, String authToken) {
    accounts.add(accountSid, authToken);
    return this;
  }

  /** Adds an API key of an account. */
  public TwilioSimulatorBuilder apiKey(String accountSid, String keySid, String secret) {
    accounts.addKey(accountSid, keySid, secret);
    return this;
  }

  /** Adds an OAuth app of an account, whose access tokens last an hour. */
  public TwilioSimulatorBuilder oauthApp(String accountSid, String clientId, String clientSecret) {
    return oauthApp(accountSid, clientId, clientSecret, Duration.ofHours(1));
  }

  /** Adds an OAuth app of an account, with the lifetime of its access tokens. */
  public TwilioSimulatorBuilder oauthApp(String accountSid, String clientId, String clientSecret, Duration tokenLifetime) {
    accounts.apps().add(accountSid, clientId, clientSecret, tokenLifetime);
    return this;
  }

  /** Lets the API speak HTTPS alone, with the key of this context; by default it speaks HTTP. */
  public TwilioSimulatorBuilder apiTls(SSLContext value) {
    apiTls = Optional.of(value);
    return this;
  }

  /**
   * Keeps what there is in the accounts in this file: it is read at the start, if it is there, and written at the end. By default
   * nothing is kept.
   */
  public TwilioSimulatorBuilder state(Path value) {
    state = Optional.of(value);
    return this;
  }

  /** Adds a phone number to the first account. */
  public TwilioSimulatorBuilder phoneNumber(String number) {
    phoneNumbers.add(number);
    return this;
  }

  /** The pause before each next status of a message, and how long a second of a call lasts; 50 ms by default. */
  public TwilioSimulatorBuilder pace(Duration value) {
    pace = value;
    return this;
  }

  /** Whether callback URLs that only this machine or network can reach are refused, as Twilio does; not by default. */
  public TwilioSimulatorBuilder strictUrls(boolean value) {
    strictUrls = value;
    return this;
  }

  /** Whether the page at the API's root is shown to other machines too; it asks for no password. Not by default. */
  public TwilioSimulatorBuilder remotePage(boolean value) {
    remotePage = value;
    return this;
  }

  /**
   * Whether a plain connection carries later callbacks too, which halves what a callback costs: for loads on one server that
   * stays up. Not by default, since Mule's HTTP service can leave connections open when an application stops.
   */
  public TwilioSimulatorBuilder keepConnections(boolean value) {
    keepConnections = value;
    return this;
  }

  /** How many callbacks are sent at a time; 16 by default. */
  public TwilioSimulatorBuilder senders(int value) {
    senders = value;
    return this;
  }

  /** How many calls are in progress at a time; 16 by default. */
  public TwilioSimulatorBuilder callers(int value) {
    callers = value;
    return this;
  }

  /** Which certificates callbacks to https trust; by default those that Java trusts. */
  public TwilioSimulatorBuilder sslContext(SSLContext value) {
    sslContext = value;
    return this;
  }

  /** Sets a listener that is called with each request to the API. */
  public TwilioSimulatorBuilder onRequest(Consumer<ApiExchange> listener) {
    requestListener = listener;
    return this;
  }

  /** Sets a listener that is called with each attempt to send a callback. */
  public TwilioSimulatorBuilder onCallback(Consumer<CallbackAttempt> listener) {
    callbackListener = listener;
    return this;
  }

  /** Starts the simulator. */
  public TwilioSimulator start() {
    if (accounts.none()) {
      account(TwilioSimulator.DEFAULT_ACCOUNT_SID, TwilioSimulator.DEFAULT_AUTH_TOKEN);
    }
    try {
      return new TwilioSimulator(this);
    } catch (IOException e) {
      throw new UncheckedIOException("The simulator can't listen on " + host + ":" + port, e);
    }
  }

  private static SSLContext defaultSslContext() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has a default SSLContext", e);
    }
  }
}
