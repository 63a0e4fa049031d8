package org.muletwilio.simulator;

import org.muletwilio.simulator.api.ApiServer;
import org.muletwilio.simulator.callback.Journals;
import org.muletwilio.simulator.callback.SharedKeyRules;
import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.core.StateFile;
import org.muletwilio.simulator.http.HttpSender;
import org.muletwilio.simulator.page.WebApi;
import org.muletwilio.simulator.page.WebGuard;
import org.muletwilio.simulator.page.WebPage;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.storage.FileStore;
import org.muletwilio.simulator.storage.StorageServer;
import org.muletwilio.simulator.thread.SimulatorThreads;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Twilio on this machine: its REST API, and callbacks as Twilio sends them. Callbacks leave the machine only by a route that was
 * given.
 */
public final class TwilioSimulator extends SimulatorActions implements AutoCloseable {

  /** The default account. */
  public static final String DEFAULT_ACCOUNT_SID = "AC" + "0".repeat(32);
  /** That account's auth token. */
  public static final String DEFAULT_AUTH_TOKEN = "1".repeat(32);

  private final String host;
  private final boolean secure;
  private final SimulatorThreads threads;
  private final HttpSender http;
  private final SimulatorCore core;
  private final Optional<StateFile> state;
  private final WebApi api;
  private final StorageServer storage;
  private final ApiServer server;

  TwilioSimulator(TwilioSimulatorBuilder builder) throws IOException {
    host = builder.host;
    secure = builder.apiTls.isPresent();
    http = new HttpSender(builder.sslContext, builder.keepConnections);
    threads = SimulatorThreads.start(builder.senders, builder.answerers, builder.callers);
    FileStore files = new FileStore(this::storageUri);
    storage = new StorageServer(host, threads.answerers(), files);
    core = new SimulatorCore(this::baseUri, files, builder.accounts,
                             Journals.withListeners(builder.requestListener, builder.callbackListener), threads, http,
                             builder.pace, builder.strictUrls);
    state = builder.state.map(file -> new StateFile(core, file));
    api = new WebApi(core, this::saveState);
    WebPage page = new WebPage(new WebGuard(host, builder.remotePage), api);
    try {
      state.ifPresent(StateFile::load);
      core.addNumbers(builder.phoneNumbers);
      server = new ApiServer(new InetSocketAddress(host, builder.port), builder.apiTls, threads.answerers(), builder.accounts,
                             core.router(), core.apiFaults(), core.journals().requests(), page);
    } catch (IOException | RuntimeException e) {
      stop();
      throw e;
    }
    server.serve(WebPage.PATH, page);
    storage.start();
    server.start();
  }

  public static TwilioSimulatorBuilder builder() {
    return new TwilioSimulatorBuilder();
  }

  /** Where the API is, such as {@code http://127.0.0.1:4711}. */
  public String baseUri() {
    return (secure ? "https://" : "http://") + hostInUrl() + ":" + server.port();
  }

  private String hostInUrl() {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  /** Where files are, which the API leads to; by HTTP always. */
  private String storageUri() {
    return "http://" + hostInUrl() + ":" + storage.port();
  }

  /** The account that was added first, often the only one. */
  public String accountSid() {
    return core.accounts().firstSid();
  }

  public int port() {
    return server.port();
  }

  /** Delivers callbacks for a public base URL, such as {@code https://example.loca.lt}, to a local one; the latest route wins. */
  public TwilioSimulator route(String publicBaseUrl, String localBaseUrl) {
    core.routes().add(publicBaseUrl, localBaseUrl);
    return this;
  }

  /** Replaces an account's auth token, for requests and for signatures. */
  public TwilioSimulator rotateAuthToken(String accountSid, String authToken) {
    core.accounts().add(accountSid, authToken);
    return this;
  }

  /**
   * Signs callbacks to URLs with this prefix with a shared key in place of the account's auth token; the longest prefix
   * wins.
   *
   * @param urlPrefix such as {@code https://example.com/twilio/}
   * @param keyName the key's name, which each callback carries
   * @param secret the key's secret
   */
  public TwilioSimulator sharedKey(String urlPrefix, String keyName, String secret) {
    core.sharedKeys().add(urlPrefix, new SharedKeyRules.SharedKey(keyName, secret));
    return this;
  }

  /** Signs callbacks to URLs with this prefix with the auth token again. */
  public TwilioSimulator removeSharedKey(String urlPrefix) {
    core.sharedKeys().remove(urlPrefix);
    return this;
  }

  /** Revokes all access tokens. */
  public TwilioSimulator revokeAccessTokens() {
    core.accounts().apps().revokeTokens();
    return this;
  }

  /** Sends all scheduled messages now. */
  public TwilioSimulator releaseScheduled() {
    core.messageLifecycle().releaseScheduled();
    return this;
  }

  /** Forgets all requests and callbacks so far, so that a long run needs no more memory than a short one. */
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
   * Whether the simulator is idle: no message changes, no call is in progress, no callback waits or is being sent. A caller
   * that asks twice, some milliseconds apart, can rely on it.
   */
  public boolean isIdle() {
    return threads.idle();
  }

  /**
   * Sends no more callbacks, and waits until those in progress are answered: for a user's server that is about to
   * stop. The API goes on answering.
   *
   * @param limit the longest wait
   */
  public TwilioSimulator stopSending(Duration limit) throws InterruptedException {
    core.sender().gate().close(limit);
    return this;
  }

  /**
   * Does what the POST of one of its REST paths does.
   *
   * @param path such as {@code outcomes}
   * @throws IllegalArgumentException naming all that is wrong with the fields
   */
  void configure(String path, Form fields) {
    api.answer("POST", path, fields);
  }

  /**
   * Writes the file of {@link TwilioSimulatorBuilder#state}.
   *
   * @return whether there is one
   */
  public boolean saveState() {
    state.ifPresent(StateFile::save);
    return state.isPresent();
  }

  /** Keeps the state, if that was asked for, and stops at once; callbacks in progress are cancelled. */
  @Override
  public void close() {
    server.close();
    try {
      saveState();
    } finally {
      stop();
    }
  }

  @Override
  SimulatorCore core() {
    return core;
  }

  private void stop() {
    storage.close();
    threads.stop();
    http.close();
    threads.awaitEnd();
  }
}
