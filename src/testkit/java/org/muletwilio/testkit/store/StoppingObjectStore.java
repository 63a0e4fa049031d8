package org.muletwilio.testkit.store;

import org.mule.runtime.api.store.ObjectStoreException;

import java.util.List;
import java.util.Map;

/** One process's view of an object store whose entries outlive it; one of its calls does something unexpected. */
public final class StoppingObjectStore extends MapObjectStore {

  /** The death of the process: an error, so that no catch of an exception takes it. */
  public static final class Crash extends Error {

    private static final long serialVersionUID = 1L;
  }

  /** What happens at a step. */
  @FunctionalInterface
  public interface Stop {

    void happen() throws ObjectStoreException;
  }

  private final int step;
  private final boolean after;
  private final Stop stop;
  private int steps;

  /**
   * @param entries outlive the process
   * @param step the call at which it happens, from 0; never, if there are fewer calls
   * @param after whether it happens after the call, and not before
   * @param stop what happens
   */
  public StoppingObjectStore(Map<String, String> entries, int step, boolean after, Stop stop) {
    super(entries);
    this.step = step;
    this.after = after;
    this.stop = stop;
  }

  public static StoppingObjectStore crashing(Map<String, String> entries, int step, boolean after) {
    return new StoppingObjectStore(entries, step, after, () -> {
      throw new Crash();
    });
  }

  /** @return whether it has happened */
  public boolean hasStopped() {
    return steps > step;
  }

  /** Does one step. */
  private <T> T step(Step<T> action) throws ObjectStoreException {
    boolean now = steps++ == step;
    if (now && !after) {
      stop.happen();
    }
    T result = action.take();
    if (now && after) {
      stop.happen();
    }
    return result;
  }

  @FunctionalInterface
  private interface Step<T> {

    T take() throws ObjectStoreException;
  }

  @Override
  public boolean contains(String key) throws ObjectStoreException {
    return step(() -> super.contains(key));
  }

  @Override
  public void store(String key, String value) throws ObjectStoreException {
    step(() -> {
      super.store(key, value);
      return null;
    });
  }

  @Override
  public String retrieve(String key) throws ObjectStoreException {
    return step(() -> super.retrieve(key));
  }

  @Override
  public String remove(String key) throws ObjectStoreException {
    return step(() -> super.remove(key));
  }

  @Override
  public List<String> allKeys() throws ObjectStoreException {
    return step(super::allKeys);
  }

  @Override
  public Map<String, String> retrieveAll() throws ObjectStoreException {
    return step(super::retrieveAll);
  }
}
