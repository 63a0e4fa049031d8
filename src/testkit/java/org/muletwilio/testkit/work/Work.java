package org.muletwilio.testkit.work;

import org.muletwilio.api.callback.CallbackAttributes;

/** What the last processor of a callback's flow does. */
@FunctionalInterface
public interface Work {

  /**
   * The flow has succeeded when this returns, since nothing follows.
   *
   * @param callback what the flow is told
   */
  void perform(CallbackAttributes callback);
}
