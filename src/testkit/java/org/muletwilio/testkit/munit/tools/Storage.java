package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.metadata.TypedValue;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What a test has stored and queued; nothing of it is left for the next test.
 */
public final class Storage {

  private final Map<String, TypedValue<?>> values = new HashMap<>();
  private final Map<String, BlockingQueue<TypedValue<?>>> queues = new HashMap<>();

  public synchronized void clear() {
    values.clear();
    queues.clear();
  }

  public synchronized void store(String key, TypedValue<?> value, boolean failIfPresent) {
    if (failIfPresent && values.containsKey(key)) {
      throw new AssertionError("A value is stored as '" + key + "' already");
    }
    values.put(key, value);
  }

  public synchronized TypedValue<?> retrieve(String key) {
    if (!values.containsKey(key)) {
      throw new AssertionError("No value is stored as '" + key + "'");
    }
    return values.get(key);
  }

  /** @return the value, which is stored no longer */
  public synchronized TypedValue<?> remove(String key) {
    TypedValue<?> value = retrieve(key);
    values.remove(key);
    return value;
  }

  public synchronized void clearValues() {
    values.clear();
  }

  public synchronized BlockingQueue<TypedValue<?>> queue(String name) {
    return queues.computeIfAbsent(name, each -> new LinkedBlockingQueue<>());
  }
}
