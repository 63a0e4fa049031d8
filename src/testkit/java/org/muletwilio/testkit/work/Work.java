package org.muletwilio.testkit.work;

import org.muletwilio.api.callback.CallbackAttributes;

/** The last processor of a callback's flow. */
@FunctionalInterface
public interface Work {

  /**
   * The flow has succeeded when this returns, since nothing follows.
   *
   * @param callback the flow's attributes
   */
  void perform(CallbackAttributes callback);
}
