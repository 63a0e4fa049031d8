package org.muletwilio.internal.callback.claim;

import org.mule.runtime.api.store.ObjectAlreadyExistsException;
import org.mule.runtime.api.store.ObjectDoesNotExistException;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.claim.ModelProcess.Failure;
import org.muletwilio.internal.callback.claim.ModelProcess.Pause;
import org.muletwilio.internal.callback.claim.ModelProcess.Step;

import java.util.List;
import java.util.Map;

/** What a process of the model can ask for. */
final class ModelSurroundings implements ObjectStore<String> {

  private final int id;
  private final List<Object> known;
  private final long now;
  private int at;
  private int tokens;

  ModelSurroundings(int id, List<Object> known, long now) {
    this.id = id;
    this.known = known;
    this.now = now;
  }

  /** @return the time, which is asked for without a step */
  long time() {
    if (at == known.size()) {
      known.add(now);
    }
    return (Long) known.get(at++);
  }

  String token() {
    return id + "." + tokens++;
  }

  /** Waits for a callback, which comes at any time. */
  void callback() {
    answer(new Step("callback", null, null));
  }

  /** Lets time go by until a claim that nobody renews is abandoned. */
  void pause() {
    answer(new Step("pause", null, null));
  }

  /** @return how the flow goes on */
  String flow() {
    return (String) answer(new Step("flow", null, null));
  }

  @Override
  public boolean contains(String key) throws ObjectStoreException {
    return (Boolean) stored(new Step("contains", key, null));
  }

  @Override
  public void store(String key, String value) throws ObjectStoreException {
    if (Boolean.TRUE.equals(stored(new Step("store", key, value)))) {
      // the store has looked and found nothing; others may write until it writes
      stored(new Step("write", key, value));
    }
  }

  @Override
  public String retrieve(String key) throws ObjectStoreException {
    return (String) stored(new Step("retrieve", key, null));
  }

  @Override
  public String remove(String key) throws ObjectStoreException {
    return (String) stored(new Step("remove", key, null));
  }

  private Object stored(Step step) throws ObjectStoreException {
    Object answer = answer(step);
    if (answer == Failure.EXISTS) {
      throw new ObjectAlreadyExistsException();
    }
    if (answer == Failure.MISSING) {
      throw new ObjectDoesNotExistException();
    }
    if (answer == Failure.BROKEN) {
      throw new ObjectStoreException(new IllegalStateException("broken on purpose"));
    }
    return answer;
  }

  private Object answer(Step step) {
    if (at == known.size()) {
      throw new Pause(step);
    }
    return known.get(at++);
  }

  @Override
  public boolean isPersistent() {
    return true;
  }

  @Override
  public void clear() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void open() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> allKeys() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, String> retrieveAll() {
    throw new UnsupportedOperationException();
  }
}
