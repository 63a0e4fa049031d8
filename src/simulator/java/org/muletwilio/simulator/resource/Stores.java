package org.muletwilio.simulator.resource;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /** All stores by their names. */
  public Map<String, ResourceStore> byName() {
    Map<String, ResourceStore> byName = new LinkedHashMap<>();
    for (RecordComponent component : Stores.class.getRecordComponents()) {
      try {
        byName.put(component.getName(), (ResourceStore) component.getAccessor().invoke(this));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("A record's accessors are public", e);
      }
    }
    return byName;
  }
}
