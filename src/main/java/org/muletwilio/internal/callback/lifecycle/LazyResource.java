package org.muletwilio.internal.callback.lifecycle;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A resource that the first caller opens and the others share, until it is closed for good. Those who come while it is being
 * opened wait for it, under no lock and with a bound. Thread-safe.
 */
public final class LazyResource<T> {

  /** Longer than Mule's HTTP service takes to bind a port, for which it waits 10 s. */
  static final long LONGEST_WAIT_MILLIS = 15_000;

  private final String owner;
  private final ResourceOpener<T> opener;
  private final Consumer<T> closer;
  private final long longestWaitMillis;
  /** Null while nobody has asked for it, or the last attempt failed; {@link #closed} in the end. */
  private final AtomicReference<CompletableFuture<T>> state = new AtomicReference<>();
  private final CompletableFuture<T> closed = new CompletableFuture<>();

  /**
   * @param owner whose resource it is, for messages, such as "config 'X'"
   * @param opener opens it; where it fails, the next caller tries again
   * @param closer closes it
   */
  public LazyResource(String owner, ResourceOpener<T> opener, Consumer<T> closer) {
    this(owner, opener, closer, LONGEST_WAIT_MILLIS);
  }

  LazyResource(String owner, ResourceOpener<T> opener, Consumer<T> closer, long longestWaitMillis) {
    this.owner = owner;
    this.opener = opener;
    this.closer = closer;
    this.longestWaitMillis = longestWaitMillis;
  }

  /**
   * Opens the resource unless it is open.
   *
   * @return the open resource
   * @throws MuleException if it can't be opened, saying why, or if it is closed
   */
  public T get() throws MuleException {
    CompletableFuture<T> mine = new CompletableFuture<>();
    while (!state.compareAndSet(null, mine)) {
      CompletableFuture<T> others = state.get();
      if (others == closed) {
        throw stopped();
      }
      if (others != null) {
        return Waiting.await(others, longestWaitMillis, owner);
      }
    }
    return open(mine);
  }

  /** Closes the resource for good; where another thread is opening it, once it is open. */
  public void close() {
    CompletableFuture<T> before = state.getAndSet(closed);
    if (before == null || before == closed) {
      return;
    }
    CompletableFuture<Void> end = before.handle((resource, failure) -> {
      if (failure == null) {
        closer.accept(resource);
      }
      return null;
    });
    try {
      Waiting.await(end, longestWaitMillis, owner);
    } catch (MuleException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private T open(CompletableFuture<T> mine) throws MuleException {
    try {
      mine.complete(opener.open());
    } catch (MuleException | RuntimeException | Error e) {
      state.compareAndSet(mine, null);
      mine.completeExceptionally(e);
      throw e;
    }
    if (state.get() != mine) {
      throw stopped();
    }
    return mine.join();
  }

  private MuleException stopped() {
    return new DefaultMuleException(createStaticMessage(owner + " has stopped"));
  }
}
