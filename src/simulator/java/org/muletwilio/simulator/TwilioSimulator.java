package org.muletwilio.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Twilio on this machine: its REST API, and callbacks as Twilio sends them. Callbacks leave the machine only by a route that was
 * given.
 */
public final class TwilioSimulator implements AutoCloseable {

  /** The account that is there when none is given. */
  public static final String DEFAULT_ACCOUNT_SID = "AC" + "0".repeat(32);
  /** That account's auth token. */
  public static final String DEFAULT_AUTH_TOKEN = "1".repeat(32);

  private final String host;
  private final boolean secure;
  private final Accounts accounts;
  private final Stores stores = Stores.empty();
  private final Script script = new Script();
  private final Faults faults = new Faults();
  private final ApiFaults apiFaults = new ApiFaults();
  private final Routes routes = new Routes();
  private final SharedKeyRules sharedKeys = new SharedKeyRules();
  private final Journals journals;
  private final SimulatorThreads threads;
  private final HttpSender http;
  private final CallbackSender sender;
  private final MessageLife messageLife;
  private final Switchboard board;
  private final Inbound inbound;
  private final ApiServer server;

  TwilioSimulator(TwilioSimulatorBuilder builder) throws IOException {
    host = builder.host;
    secure = builder.apiTls.isPresent();
    accounts = builder.accounts;
    journals = Journals.telling(builder.requestListener, builder.callbackListener);
    http = new HttpSender(builder.sslContext, builder.keepConnections);
    sender = new CallbackSender(accounts, sharedKeys, routes, http, journals.callbacks());
    threads = SimulatorThreads.start(builder.senders, builder.answerers, builder.callers);
    CallbackQueue queue = new CallbackQueue(sender, faults, journals.dropped(), threads);
    messageLife = new MessageLife(stores.messages(), queue, new Pace(threads.clock(), builder.pace), script);
    TwimlFetcher fetcher = new TwimlFetcher(sender);
    board = new Switchboard(stores, queue, fetcher, this::baseUri, script, threads.callers(), builder.pace);
    inbound = new Inbound(stores, board, messageLife, fetcher, threads.callers());
    builder.phoneNumbers.forEach(number -> stores.numbers().add(NumberApi.number(accounts.firstSid(), number)));
    UrlRules urls = new UrlRules(builder.strictUrls);
    ApiRouter router = stores.router(board, messageLife, urls);
    WebPage page = new WebPage(new WebGuard(host, builder.remotePage), new WebState(this, stores, journals),
                               new WebActions(this, stores, journals.callbacks(), urls));
    try {
      InetSocketAddress address = new InetSocketAddress(host, builder.port);
      server = new ApiServer(address, builder.apiTls, threads.answerers(), accounts, router, apiFaults, journals.requests(),
                             page);
    } catch (IOException e) {
      stop();
      throw e;
    }
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
    return accounts.firstSid();
  }

  public int port() {
    return server.port();
  }

  /** What becomes of messages. */
  public Script script() {
    return script;
  }

  /** What goes wrong with callbacks. */
  public Faults faults() {
    return faults;
  }

  /** What goes wrong with requests to the API. */
  public ApiFaults apiFaults() {
    return apiFaults;
  }

  /** Delivers callbacks for a public address to a local one, both such as {@code https://example.loca.lt}; the latest wins. */
  public TwilioSimulator route(String publicBaseUrl, String localBaseUrl) {
    routes.add(publicBaseUrl, localBaseUrl);
    return this;
  }

  /** Gives an account a new auth token, which is asked for and signs from now on. */
  public TwilioSimulator rotateAuthToken(String accountSid, String authToken) {
    accounts.add(accountSid, authToken);
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
    sharedKeys.add(urlPrefix, new SharedKeyRules.SharedKey(keyName, secret));
    return this;
  }

  /** Signs the callbacks to addresses that start so with the auth token again. */
  public TwilioSimulator removeSharedKey(String urlPrefix) {
    sharedKeys.remove(urlPrefix);
    return this;
  }

  /** Lets the access tokens that were given so far be refused from now on. */
  public TwilioSimulator revokeAccessTokens() {
    accounts.apps().revokeTokens();
    return this;
  }

  /** Sends all scheduled messages now. */
  public TwilioSimulator releaseScheduled() {
    messageLife.releaseScheduled();
    return this;
  }

  /** Begins a forged callback of the kind, account and address of one that was sent. */
  public Forgery forge(CallbackAttempt known) {
    return new Forgery(sender, known.callback());
  }

  /** Begins a forged callback to an address, a message's status if nothing else is said. */
  public Forgery forge(String url) {
    Form fields = Form.of("AccountSid", accounts.firstSid(), "MessageSid", Sids.next("SM"), "MessageStatus", "delivered");
    return new Forgery(sender, new Callback(Callback.Kind.MESSAGE_STATUS, fields.first("MessageSid").orElseThrow(),
                                            accounts.firstSid(), "POST", url, fields));
  }

  /** Sends a callback once more, as it was and with its idempotency token, and returns what came of it. */
  public CallbackAttempt repeat(CallbackAttempt sent) {
    return sender.send(sent.callback(), sent.idempotencyToken());
  }

  /**
   * Sends JSON to an address, as Event Streams does, and returns what came of it.
   *
   * @param url such as {@code twilio:callback-url} makes with the kind EVENT
   * @param json all of the body
   */
  public CallbackAttempt sendEvent(String url, String json) {
    Callback event = new Callback(Callback.Kind.EVENT, Sids.next("EZ"), accounts.firstSid(), "POST", url, Form.EMPTY);
    return sender.send(event, Delivery.ofJson(event, json), CallbackSender.newIdempotencyToken(),
                       sender.signerOf(event), false);
  }

  /** All requests that were answered or cut. */
  public List<ApiExchange> requests() {
    return journals.requests().entries();
  }

  public List<ApiExchange> awaitRequests(Predicate<List<ApiExchange>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    return journals.requests().await(condition, limit);
  }

  /** All callbacks that were sent, in the order of their ends. */
  public List<CallbackAttempt> callbacks() {
    return journals.callbacks().entries();
  }

  public List<CallbackAttempt> awaitCallbacks(Predicate<List<CallbackAttempt>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    return journals.callbacks().await(condition, limit);
  }

  /** Forgets the requests and callbacks so far, so that a long run needs no more memory than a short one. */
  public TwilioSimulator forget() {
    journals.clear();
    return this;
  }

  /** The callbacks that a fault kept from being sent. */
  public List<Callback> dropped() {
    return journals.dropped().entries();
  }

  public List<Callback> awaitDropped(Predicate<List<Callback>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    return journals.dropped().await(condition, limit);
  }

  /** All messages as they are now, the oldest first. */
  public List<Resource> messages() {
    return stores.messages().all();
  }

  public List<Resource> awaitMessages(Predicate<List<Resource>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    return stores.messages().await(condition, limit);
  }

  /** All calls as they are now, the oldest first. */
  public List<Resource> calls() {
    return stores.calls().all();
  }

  public List<Resource> awaitCalls(Predicate<List<Resource>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    return stores.calls().await(condition, limit);
  }

  /** What somebody on the phone heard so far, such as {@code Say Hello}, and what went wrong with the call's instructions. */
  public List<String> heard(String callSid) {
    return board.heardIn(callSid);
  }

  /** A message comes in for one of the numbers, whose address is told of it. */
  public Resource receiveMessage(String from, String to, String body, String... mediaUrls) {
    return inbound.message(from, to, body, List.of(mediaUrls));
  }

  /** A call comes in for one of the numbers, whose address is asked what to do. */
  public Resource receiveCall(String from, String to) {
    return inbound.call(from, to);
  }

  /** The other side of a call hangs up. */
  public TwilioSimulator hangUp(String callSid) {
    board.session(callSid).ifPresent(session -> session.control().hangUp());
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
    sender.gate().close(limit);
    return this;
  }

  /** Stops everything at once; callbacks that are under way are given up. */
  @Override
  public void close() {
    server.close();
    stop();
  }

  private void stop() {
    threads.stop();
    http.close();
    threads.awaitEnd();
  }
}
