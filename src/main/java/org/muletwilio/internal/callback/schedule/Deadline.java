package org.muletwilio.internal.callback.schedule;

/** A scheduled action, which can be cancelled. */
@FunctionalInterface
public interface Deadline {

  /** Takes the action back; does nothing where it has been taken. */
  void cancel();
}
