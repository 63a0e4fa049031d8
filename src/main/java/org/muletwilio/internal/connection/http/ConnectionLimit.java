package org.muletwilio.internal.connection.http;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How many requests may be on their way at a time. Further ones wait for their turn, first come, first served, and no thread
 * waits with them.
 */
final class ConnectionLimit {

  private final boolean limited;
  private final Set<Runnable> waiting = new LinkedHashSet<>();
  private int free;

  /**
   * @param maxConnections 1 or more, or any other number for no limit
   */
  ConnectionLimit(int maxConnections) {
    limited = maxConnections > 0;
    free = maxConnections;
  }

  /**
   * Takes a place, which has to be released once.
   *
   * @param granted runs when a place is free, on the thread that releases it: it must hand over to another
   * @return whether a place is free now; <code>granted</code> does not run then
   */
  synchronized boolean acquire(Runnable granted) {
    if (!limited) {
      return true;
    }
    if (free > 0) {
      free--;
      return true;
    }
    waiting.add(granted);
    return false;
  }

  /** Waits no longer. What is granted at the same time still runs. */
  synchronized void cancel(Runnable granted) {
    waiting.remove(granted);
  }

  /** Gives a place to the request that waits for the longest time. */
  void release() {
    if (limited) {
      Runnable next = takeNext();
      if (next != null) {
        next.run();
      }
    }
  }

  /** Lets nobody in any more who waits now. */
  synchronized void close() {
    waiting.clear();
  }

  private synchronized Runnable takeNext() {
    Iterator<Runnable> first = waiting.iterator();
    if (!first.hasNext()) {
      free++;
      return null;
    }
    Runnable next = first.next();
    first.remove();
    return next;
  }
}
