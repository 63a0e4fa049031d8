package org.muletwilio.simulator.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What requests have made, by the places of collections and their SIDs or unique names. */
final class GenericStore {

  private final Map<String, Map<String, Object>> resources = new LinkedHashMap<>();

  synchronized Map<String, Object> add(String collection, Map<String, Object> resource) {
    resources.put(collection + "/" + resource.get("sid"), resource);
    return resource;
  }

  synchronized Optional<Map<String, Object>> find(String place) {
    return key(place).map(resources::get);
  }

  /** @param first is there where nothing has been stored yet */
  synchronized Map<String, Object> update(String place, Supplier<Map<String, Object>> first, Map<String, Object> given) {
    String key = key(place).orElse(place);
    Map<String, Object> changed = new LinkedHashMap<>(resources.containsKey(key) ? resources.get(key) : first.get());
    given.forEach((name, value) -> {
      if (changed.containsKey(name)) {
        changed.put(name, value);
      }
    });
    resources.put(key, changed);
    return changed;
  }

  synchronized boolean remove(String place) {
    return key(place).map(resources::remove).isPresent();
  }

  /** The newest first. */
  synchronized List<Map<String, Object>> list(String collection) {
    List<Map<String, Object>> found = new ArrayList<>();
    resources.forEach((key, resource) -> {
      if (key.startsWith(collection + "/") && key.indexOf('/', collection.length() + 1) < 0) {
        found.add(0, resource);
      }
    });
    return found;
  }

  /** A resource is found by its SID, or by the name that is unique in its collection. */
  private Optional<String> key(String place) {
    if (resources.containsKey(place)) {
      return Optional.of(place);
    }
    int end = place.lastIndexOf('/');
    String name = place.substring(end + 1);
    return resources.entrySet().stream().filter(entry -> entry.getKey().startsWith(place.substring(0, end + 1))
        && entry.getKey().indexOf('/', end + 1) < 0 && name.equals(entry.getValue().get("unique_name"))).map(Map.Entry::getKey)
        .findFirst();
  }
}
