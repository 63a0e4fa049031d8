package org.muletwilio.simulator.resource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The resources of one type, in order of their creation. */
public final class ResourceStore {

  private final Map<String, Resource> resources = new LinkedHashMap<>();

  public Resource add(Resource resource) {
    return add(resource.sid(), resource);
  }

  /** Adds a resource that isn't found by its SID alone. */
  public synchronized Resource add(String key, Resource resource) {
    resources.put(key, resource);
    notifyAll();
    return resource;
  }

  /** Changes a resource, if it is there. */
  public synchronized Optional<Resource> update(String key, UnaryOperator<Resource> change) {
    notifyAll();
    return Optional.ofNullable(resources.computeIfPresent(key, (same, old) -> change.apply(old).updated()));
  }

  public synchronized Optional<Resource> find(String key) {
    return Optional.ofNullable(resources.get(key));
  }

  /** A resource of an account. */
  public Optional<Resource> find(Account account, String key) {
    return find(key).filter(resource -> resource.accountSid().equals(account.sid()));
  }

  public synchronized boolean remove(String key) {
    notifyAll();
    return resources.remove(key) != null;
  }

  /** The resources by their keys. */
  public synchronized Map<String, Resource> entries() {
    return new LinkedHashMap<>(resources);
  }

  public synchronized List<Resource> all() {
    return List.copyOf(resources.values());
  }

  /** An account's resources, the newest first. */
  public List<Resource> newestFirst(Account account) {
    List<Resource> own = new ArrayList<>(all());
    own.removeIf(resource -> !resource.accountSid().equals(account.sid()));
    Collections.reverse(own);
    return own;
  }

  /** Waits until the condition holds and returns the resources then. */
  public synchronized List<Resource> await(Predicate<List<Resource>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.test(all())) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new TimeoutException("The condition does not hold after " + limit + ": " + resources.values());
      }
      wait(left);
    }
    return all();
  }
}
