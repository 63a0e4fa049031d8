package org.muletwilio.internal.callback.lifecycle;

import static java.util.stream.Collectors.toList;
import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Resources that several users share, one for each key: the first user opens it, the last one closes it. The lock is held for
 * counting alone, never while a resource is opened or closed. Thread-safe.
 */
public final class SharedResources<K, T> {

  private final String owner;
  private final Consumer<T> closer;
  private final Map<K, Shared<T>> entries = new HashMap<>();
  private boolean closed;

  /**
   * @param owner whose resources they are, for messages
   * @param closer closes a resource
   */
  public SharedResources(String owner, Consumer<T> closer) {
    this.owner = owner;
    this.closer = closer;
  }

  /**
   * @param key which resource
   * @param opener opens it where nobody has it open
   * @return the open resource, to be closed by its user
   * @throws MuleException if it can't be opened, saying why, or all are closed
   */
  public Lease<T> acquire(K key, ResourceOpener<T> opener) throws MuleException {
    Shared<T> shared = enter(key, opener);
    try {
      return new Lease<>(shared.resource.get(), () -> release(key, shared));
    } catch (MuleException | RuntimeException | Error e) {
      release(key, shared);
      throw e;
    }
  }

  /** Closes what is left, for good. */
  public void close() {
    List<Shared<T>> left;
    synchronized (entries) {
      closed = true;
      left = entries.values().stream().collect(toList());
    }
    StopSteps.takeAll(left, shared -> shared.resource.close());
  }

  /** A resource that its last user is closing has to be closed before another one with its key can be opened. */
  private Shared<T> enter(K key, ResourceOpener<T> opener) throws MuleException {
    while (true) {
      Shared<T> shared;
      synchronized (entries) {
        if (closed) {
          throw new DefaultMuleException(createStaticMessage(owner + " has stopped"));
        }
        shared = entries.computeIfAbsent(key, any -> new Shared<>(new LazyResource<>(key.toString(), opener, closer)));
        if (shared.users >= 0) {
          shared.users++;
          return shared;
        }
      }
      Waiting.await(shared.end, LazyResource.LONGEST_WAIT_MILLIS, key + ", which is being closed,");
    }
  }

  private void release(K key, Shared<T> shared) {
    synchronized (entries) {
      shared.users--;
      if (shared.users > 0) {
        return;
      }
      shared.users = Shared.ENDING;
    }
    try {
      shared.resource.close();
    } finally {
      synchronized (entries) {
        entries.remove(key, shared);
      }
      shared.end.complete(null);
    }
  }

  /** A resource with the number of its users. */
  private static final class Shared<T> {

    private static final int ENDING = -1;

    private final LazyResource<T> resource;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private int users;

    private Shared(LazyResource<T> resource) {
      this.resource = resource;
    }
  }

}
