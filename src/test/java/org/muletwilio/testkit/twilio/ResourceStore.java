package org.muletwilio.testkit.twilio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The resources of one type, in order of their creation. */
final class ResourceStore {

  private final Map<String, Resource> resources = new LinkedHashMap<>();

  synchronized Resource add(Resource resource) {
    resources.put(resource.sid(), resource);
    return resource;
  }

  /** Changes a resource, if it is there. */
  synchronized Optional<Resource> update(String sid, UnaryOperator<Resource> change) {
    return Optional.ofNullable(resources.computeIfPresent(sid, (key, old) -> change.apply(old).updated()));
  }

  synchronized Optional<Resource> find(String sid) {
    return Optional.ofNullable(resources.get(sid));
  }

  /** A resource of an account. */
  Optional<Resource> find(Account account, String sid) {
    return find(sid).filter(resource -> resource.accountSid().equals(account.sid()));
  }

  synchronized boolean remove(String sid) {
    return resources.remove(sid) != null;
  }

  synchronized List<Resource> all() {
    return List.copyOf(resources.values());
  }

  /** An account's resources, the newest first. */
  List<Resource> newestFirst(Account account) {
    List<Resource> own = new ArrayList<>(all());
    own.removeIf(resource -> !resource.accountSid().equals(account.sid()));
    Collections.reverse(own);
    return own;
  }
}
