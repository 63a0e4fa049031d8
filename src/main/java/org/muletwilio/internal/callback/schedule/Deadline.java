package org.muletwilio.internal.callback.schedule;

/** An action that is taken at its time, unless it is cancelled before. */
@FunctionalInterface
public interface Deadline {

  /** Takes the action back; does nothing where it has been taken. */
  void cancel();
}
