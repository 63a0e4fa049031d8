package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.message.MessageLifecycle;
import org.muletwilio.simulator.parameter.CallRules;
import org.muletwilio.simulator.parameter.MessageRules;
import org.muletwilio.simulator.resource.Stores;
import org.muletwilio.simulator.session.Switchboard;
import org.muletwilio.simulator.storage.FileStore;
import org.muletwilio.simulator.thread.SimulatorClock;

/** Registers all endpoints of the API. */
public final class Endpoints {

  private Endpoints() {}

  /** Routes each request to the endpoint that answers it. */
  public static ApiRouter router(Stores stores, Switchboard board, MessageLifecycle life, UrlRules urls,
                                 SimulatorClock clock, FileStore files) {
    ApiRouter router = new ApiRouter();
    CallRules rules = new CallRules(urls);
    new AccountApi().register(router);
    new MessageApi(stores.messages(), new MessageRules(urls, life.optOuts(), clock::now), life, stores.applications(),
                   stores.messagingServices(), stores.channelSenders()).register(router);
    new CallApi(board, rules, stores.applications()).register(router);
    new RecordingApi(board, rules, stores.recordings(), stores.transcriptions()).register(router);
    new FileApi(stores.messages(), stores.recordings(), files).register(router);
    new ConferenceApi(board, rules, stores.conferences(), stores.participants()).register(router);
    new NumberApi(stores.numbers(), urls).register(router);
    new ApplicationApi(stores.applications(), urls).register(router);
    new CallerIdApi(board, rules, stores.callerIds(), urls).register(router);
    new MessagingServiceApi(stores.messagingServices(), urls).register(router);
    new SenderPoolApi(stores.messagingServices(), stores.numbers(), stores.senderPools()).register(router);
    new ChannelPoolApi(stores.messagingServices(), stores.channelSenders(), stores.senderPools()).register(router);
    new ChannelSenderApi(stores.channelSenders(), urls).register(router);
    new EventStreamApi(stores.sinks(), stores.subscriptions(), urls).register(router);
    new SubscriptionApi(stores.sinks(), stores.subscriptions()).register(router);
    return router;
  }
}
