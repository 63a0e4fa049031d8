package org.muletwilio.simulator.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What requests have made, by the places of collections and their SIDs or unique names. */
public final class GenericStore {

  private final Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
  private final Set<String> deleted = new HashSet<>();

  synchronized Map<String, Object> add(String collection, Map<String, Object> resource) {
    return put(collection + "/" + resource.get("sid"), resource);
  }

  synchronized Map<String, Object> put(String place, Map<String, Object> resource) {
    resources.put(place, resource);
    return resource;
  }

  synchronized Optional<Map<String, Object>> find(String place) {
    return key(place).map(resources::get);
  }

  /**
   * @param first is there where nothing has been stored yet
   * @param given values of some of its properties; those of others are not kept
   */
  synchronized Map<String, Object> update(String place, Supplier<Map<String, Object>> first, Map<String, Object> given) {
    String key = key(place).orElse(place);
    Map<String, Object> changed = new LinkedHashMap<>(resources.containsKey(key) ? resources.get(key) : first.get());
    Map<String, String> names = new LinkedHashMap<>();
    changed.keySet().forEach(name -> names.put(Field.canonical(name), name));
    given.forEach((name, value) -> {
      String known = changed.containsKey(name) ? name : names.get(Field.canonical(name));
      if (known != null) {
        changed.put(known, merged(changed.get(known), value));
      }
    });
    resources.put(key, changed);
    return changed;
  }

  private static Object merged(Object old, Object value) {
    if (old instanceof Map<?, ?> before && value instanceof Map<?, ?> given) {
      Map<Object, Object> both = new LinkedHashMap<>(before);
      both.putAll(given);
      return both;
    }
    return value;
  }

  synchronized boolean remove(String place) {
    return key(place).map(resources::remove).isPresent();
  }

  /** Notes that what was there from the beginning is gone. */
  synchronized void delete(String place) {
    resources.remove(place);
    deleted.add(place);
  }

  synchronized boolean isDeleted(String place) {
    return deleted.contains(place);
  }

  /** The newest first. */
  synchronized List<Map<String, Object>> list(String collection) {
    List<Map<String, Object>> found = new ArrayList<>();
    resources.forEach((key, resource) -> {
      if (isIn(collection, key)) {
        found.add(0, resource);
      }
    });
    return found;
  }

  /** All resources by their places. */
  public synchronized Map<String, Map<String, Object>> all() {
    return new LinkedHashMap<>(resources);
  }

  /** The places of what was there from the beginning and has been deleted. */
  public synchronized Set<String> deleted() {
    return new HashSet<>(deleted);
  }

  /** Brings back what was kept of an earlier run. */
  public synchronized void restore(Map<String, Map<String, Object>> kept, Set<String> gone) {
    resources.putAll(kept);
    deleted.addAll(gone);
  }

  /** A resource is found by its SID, or by the name that is unique in its collection. */
  private Optional<String> key(String place) {
    if (resources.containsKey(place)) {
      return Optional.of(place);
    }
    String collection = place.substring(0, place.lastIndexOf('/'));
    String name = place.substring(collection.length() + 1);
    return resources.entrySet().stream().filter(entry -> isIn(collection, entry.getKey())
        && name.equals(entry.getValue().get("unique_name"))).map(Map.Entry::getKey).findFirst();
  }

  private static boolean isIn(String collection, String key) {
    return key.startsWith(collection) && key.lastIndexOf('/') == collection.length();
  }
}
