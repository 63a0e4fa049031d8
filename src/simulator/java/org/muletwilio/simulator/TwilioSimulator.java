package org.muletwilio.simulator;

import org.muletwilio.simulator.api.ApiFaults;
import org.muletwilio.simulator.api.ApiServer;
import org.muletwilio.simulator.callback.Faults;
import org.muletwilio.simulator.callback.Journals;
import org.muletwilio.simulator.callback.SharedKeyRules;
import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.http.HttpSender;
import org.muletwilio.simulator.page.WebActions;
import org.muletwilio.simulator.page.WebGuard;
import org.muletwilio.simulator.page.WebPage;
import org.muletwilio.simulator.page.WebState;
import org.muletwilio.simulator.script.Script;
import org.muletwilio.simulator.thread.SimulatorThreads;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Twilio on this machine: its REST API, and callbacks as Twilio sends them. Callbacks leave the machine only by a route that was
 * given.
 */
public final class TwilioSimulator extends SimulatorActions implements AutoCloseable {

  /** The account that is there when none is given. */
  public static final String DEFAULT_ACCOUNT_SID = "AC" + "0".repeat(32);
  /** That account's auth token. */
  public static final String DEFAULT_AUTH_TOKEN = "1".repeat(32);

  private final String host;
  private final boolean secure;
  private final SimulatorThreads threads;
  private final HttpSender http;
  private final SimulatorCore core;
  private final ApiServer server;

  TwilioSimulator(TwilioSimulatorBuilder builder) throws IOException {
    host = builder.host;
    secure = builder.apiTls.isPresent();
    http = new HttpSender(builder.sslContext, builder.keepConnections);
    threads = SimulatorThreads.start(builder.senders, builder.answerers, builder.callers);
    core = new SimulatorCore(this::baseUri, builder.accounts, Journals.telling(builder.requestListener, builder.callbackListener),
                             threads, http, builder.pace, builder.strictUrls);
    core.addNumbers(builder.phoneNumbers);
    WebPage page = new WebPage(new WebGuard(host, builder.remotePage), new WebState(core), new WebActions(core));
    try {
      server = new ApiServer(new InetSocketAddress(host, builder.port), builder.apiTls, threads.answerers(), builder.accounts,
                             core.router(), core.apiFaults(), core.journals().requests(), page);
    } catch (IOException e) {
      stop();
      throw e;
    }
    server.serve(WebPage.PATH, page);
    server.start();
  }

  public static TwilioSimulatorBuilder builder() {
    return new TwilioSimulatorBuilder();
  }

  /** Where the API is, such as {@code http://127.0.0.1:4711}. */
  public String baseUri() {
    return (secure ? "https://" : "http://") + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + server.port();
  }

  /** The account that was added first, often the only one. */
  public String accountSid() {
    return core.accounts().firstSid();
  }

  public int port() {
    return server.port();
  }

  /** What becomes of messages. */
  public Script script() {
    return core.script();
  }

  /** What goes wrong with callbacks. */
  public Faults faults() {
    return core.faults();
  }

  /** What goes wrong with requests to the API. */
  public ApiFaults apiFaults() {
    return core.apiFaults();
  }

  /** Delivers callbacks for a public address to a local one, both such as {@code https://example.loca.lt}; the latest wins. */
  public TwilioSimulator route(String publicBaseUrl, String localBaseUrl) {
    core.routes().add(publicBaseUrl, localBaseUrl);
    return this;
  }

  /** Gives an account a new auth token, which is asked for and signs from now on. */
  public TwilioSimulator rotateAuthToken(String accountSid, String authToken) {
    core.accounts().add(accountSid, authToken);
    return this;
  }

  /**
   * Signs the callbacks to addresses that start so with a shared key in place of the account's auth token; the longest prefix
   * wins.
   *
   * @param urlPrefix such as {@code https://example.com/twilio/}
   * @param keyName the key's name, which each callback tells
   * @param secret the key's secret
   */
  public TwilioSimulator sharedKey(String urlPrefix, String keyName, String secret) {
    core.sharedKeys().add(urlPrefix, new SharedKeyRules.SharedKey(keyName, secret));
    return this;
  }

  /** Signs the callbacks to addresses that start so with the auth token again. */
  public TwilioSimulator removeSharedKey(String urlPrefix) {
    core.sharedKeys().remove(urlPrefix);
    return this;
  }

  /** Lets the access tokens that were given so far be refused from now on. */
  public TwilioSimulator revokeAccessTokens() {
    core.accounts().apps().revokeTokens();
    return this;
  }

  /** Sends all scheduled messages now. */
  public TwilioSimulator releaseScheduled() {
    core.messageLife().releaseScheduled();
    return this;
  }

  /** Forgets the requests and callbacks so far, so that a long run needs no more memory than a short one. */
  public TwilioSimulator forget() {
    core.journals().clear();
    return this;
  }

  /** The other side of a call hangs up. */
  public TwilioSimulator hangUp(String callSid) {
    core.board().hangUp(callSid);
    return this;
  }

  /**
   * Whether nothing happens by itself any more: no message moves on, no call goes on, no callback waits or is being sent. A caller
   * that asks twice, some milliseconds apart, can rely on it.
   */
  public boolean isIdle() {
    return threads.idle();
  }

  /**
   * Sends no callback from now on, and waits for the answers of those that are being sent: for a user's server that is about to
   * stop. The API goes on answering.
   *
   * @param limit how long the answers are waited for
   */
  public TwilioSimulator stopSending(Duration limit) throws InterruptedException {
    core.sender().gate().close(limit);
    return this;
  }

  /** Stops everything at once; callbacks that are under way are given up. */
  @Override
  public void close() {
    server.close();
    stop();
  }

  @Override
  SimulatorCore core() {
    return core;
  }

  private void stop() {
    threads.stop();
    http.close();
    threads.awaitEnd();
  }
}
