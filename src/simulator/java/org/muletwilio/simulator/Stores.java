package org.muletwilio.simulator;

/** What there is in the accounts. */
record Stores(ResourceStore messages, ResourceStore calls, ResourceStore recordings, ResourceStore transcriptions,
    ResourceStore conferences, ResourceStore participants, ResourceStore numbers, ResourceStore applications,
    ResourceStore callerIds, ResourceStore messagingServices) {

  static Stores empty() {
    return new Stores(new ResourceStore(), new ResourceStore(), new ResourceStore(), new ResourceStore(), new ResourceStore(),
                      new ResourceStore(), new ResourceStore(), new ResourceStore(), new ResourceStore(), new ResourceStore());
  }

  /** The API's answers for all of it. */
  ApiRouter router(Switchboard board, MessageLife life, UrlRules urls) {
    ApiRouter router = new ApiRouter();
    CallRules rules = new CallRules(urls);
    new AccountApi().register(router);
    new MessageApi(messages, new MessageRules(urls), life, applications).register(router);
    new CallApi(board, rules, applications).register(router);
    new RecordingApi(board, rules, recordings, transcriptions).register(router);
    new ConferenceApi(board, rules, conferences, participants).register(router);
    new NumberApi(numbers, urls).register(router);
    new ApplicationApi(applications, urls).register(router);
    new CallerIdApi(board, rules, callerIds).register(router);
    new MessagingServiceApi(messagingServices, urls).register(router);
    return router;
  }
}
