package org.muletwilio.simulator.resource;

/** The stores of all resources. */
public record Stores(ResourceStore messages, ResourceStore calls, ResourceStore recordings, ResourceStore transcriptions,
    ResourceStore conferences, ResourceStore participants, ResourceStore numbers, ResourceStore applications,
    ResourceStore callerIds, ResourceStore messagingServices, ResourceStore senderPools, ResourceStore channelSenders,
    ResourceStore sinks, ResourceStore subscriptions) {

  public static Stores empty() {
    return new Stores(new ResourceStore(), new ResourceStore(), new ResourceStore(), new ResourceStore(), new ResourceStore(),
                      new ResourceStore(), new ResourceStore(), new ResourceStore(), new ResourceStore(), new ResourceStore(),
                      new ResourceStore(), new ResourceStore(), new ResourceStore(), new ResourceStore());
  }
}
