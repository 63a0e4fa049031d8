package org.muletwilio.simulator.core;

import org.muletwilio.simulator.api.Accounts;
import org.muletwilio.simulator.api.ApiFaults;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.callback.AdHocCallbacks;
import org.muletwilio.simulator.callback.CallbackQueue;
import org.muletwilio.simulator.callback.CallbackSender;
import org.muletwilio.simulator.callback.Faults;
import org.muletwilio.simulator.callback.Journals;
import org.muletwilio.simulator.callback.SharedKeyRules;
import org.muletwilio.simulator.catalogue.GenericApi;
import org.muletwilio.simulator.catalogue.GenericStore;
import org.muletwilio.simulator.endpoint.ChannelSenderApi;
import org.muletwilio.simulator.endpoint.Endpoints;
import org.muletwilio.simulator.event.EventStream;
import org.muletwilio.simulator.endpoint.NumberApi;
import org.muletwilio.simulator.http.HttpSender;
import org.muletwilio.simulator.http.Routes;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.message.MessageLifecycle;
import org.muletwilio.simulator.message.ServiceSenders;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.Stores;
import org.muletwilio.simulator.script.Script;
import org.muletwilio.simulator.session.Switchboard;
import org.muletwilio.simulator.storage.FileStore;
import org.muletwilio.simulator.thread.Pace;
import org.muletwilio.simulator.thread.SimulatorClock;
import org.muletwilio.simulator.thread.SimulatorThreads;
import org.muletwilio.simulator.twiml.TwimlFetcher;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The parts of one simulator, put together. Neither the API's server nor the page is among them. */
public final class SimulatorCore {

  private final Supplier<String> baseUri;
  private final Accounts accounts;
  private final Stores stores = Stores.empty();
  private final Script script = new Script();
  private final Faults faults = new Faults();
  private final ApiFaults apiFaults = new ApiFaults();
  private final Routes routes = new Routes();
  private final SharedKeyRules sharedKeys = new SharedKeyRules();
  private final Journals journals;
  private final UrlRules urls;
  private final CallbackSender sender;
  private final AdHocCallbacks adHocCallbacks;
  private final EventStream events;
  private final MessageLifecycle messageLifecycle;
  private final Switchboard board;
  private final Inbound inbound;
  private final SimulatorClock clock;
  private final FileStore files;
  private final GenericApi generic;

  /**
   * @param baseUri where the API is, once it is there
   * @param files those of messages and recordings
   * @param pace the pause before each next state of a message, and how long a second of a call lasts
   * @param strictUrls whether callback addresses that only this machine or network can reach are refused
   */
  public SimulatorCore(Supplier<String> baseUri, FileStore files, Accounts accounts, Journals journals, SimulatorThreads threads,
                       HttpSender http, Duration pace, boolean strictUrls) {
    this.baseUri = baseUri;
    this.files = files;
    this.accounts = accounts;
    this.journals = journals;
    clock = threads.clock();
    urls = new UrlRules(strictUrls);
    sender = new CallbackSender(accounts, sharedKeys, routes, http, journals.callbacks());
    adHocCallbacks = new AdHocCallbacks(accounts, sender);
    CallbackQueue queue = new CallbackQueue(sender, faults, journals.dropped(), threads);
    events = new EventStream(stores.sinks(), stores.subscriptions(), sender, threads, pace);
    generic = new GenericApi(urls, sender, threads);
    messageLifecycle = new MessageLifecycle(stores.messages(), queue, new Pace(threads.clock(), pace), script, events,
        new ServiceSenders(stores.messagingServices(), stores.senderPools(), () -> generic.store().all().keySet()));
    TwimlFetcher fetcher = new TwimlFetcher(sender);
    board = new Switchboard(stores, queue, fetcher, baseUri, script, threads, pace);
    inbound = new Inbound(stores, board, messageLifecycle, script, fetcher, events, threads.callers(),
                          new MessageFiles(baseUri, files), generic.conversations());
  }

  /** Adds phone numbers to the first account. */
  public void addNumbers(List<String> phoneNumbers) {
    phoneNumbers.forEach(this::number);
  }

  /** The number of the account, which is added if it isn't there. */
  public Resource number(String phoneNumber) {
    return stores.numbers().all().stream().filter(one -> one.text("phone_number").equals(phoneNumber)).findFirst()
        .orElseGet(() -> stores.numbers().add(NumberApi.number(accounts.firstSid(), phoneNumber)));
  }

  /** The WhatsApp or RCS sender of the account, which is added if it isn't there. */
  public Resource sender(String senderId) {
    return stores.channelSenders().all().stream().filter(one -> one.text("sender_id").equals(senderId)).findFirst()
        .orElseGet(() -> stores.channelSenders().add(ChannelSenderApi.sender(accounts.firstSid(), senderId)));
  }

  /** What answers the API's requests. */
  public ApiRouter router() {
    return Endpoints.router(stores, board, messageLifecycle, urls, clock, files)
        .before(generic::checkForm).otherwise(generic::answer);
  }

  /** Where the API is, such as {@code http://127.0.0.1:4711}. */
  public String baseUri() {
    return baseUri.get();
  }

  public SimulatorClock clock() {
    return clock;
  }

  public Accounts accounts() {
    return accounts;
  }

  public Stores stores() {
    return stores;
  }

  public Script script() {
    return script;
  }

  public Faults faults() {
    return faults;
  }

  public ApiFaults apiFaults() {
    return apiFaults;
  }

  public Routes routes() {
    return routes;
  }

  public SharedKeyRules sharedKeys() {
    return sharedKeys;
  }

  public Journals journals() {
    return journals;
  }

  public UrlRules urls() {
    return urls;
  }

  public CallbackSender sender() {
    return sender;
  }

  public AdHocCallbacks adHocCallbacks() {
    return adHocCallbacks;
  }

  public MessageLifecycle messageLifecycle() {
    return messageLifecycle;
  }

  public Switchboard board() {
    return board;
  }

  public Inbound inbound() {
    return inbound;
  }

  public EventStream events() {
    return events;
  }

  /** The resources that have no store of their own. */
  public GenericStore generic() {
    return generic.store();
  }

  public FileStore files() {
    return files;
  }
}
