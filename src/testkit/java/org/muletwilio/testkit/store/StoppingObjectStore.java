package org.muletwilio.testkit.store;

import org.mule.runtime.api.store.ObjectStoreException;

import java.util.List;
import java.util.Map;

/** One process's view of an object store whose entries outlive it, and which does something unexpected at one of its steps. */
public final class StoppingObjectStore extends MapObjectStore {

  /** The process dies. No catch of an exception takes it. */
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
   * @param step at which of the calls it happens, from 0; a later one than there are is none
   * @param after whether that is once the call is done, and not before it is begun
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

  /** @return whether what should happen has happened */
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
