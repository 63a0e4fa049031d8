package org.muletwilio.testkit.work;

import org.muletwilio.api.callback.CallbackAttributes;

import javax.inject.Inject;

/** Hands a callback over to the test. */
public class WorkOperations {

  @Inject
  private Work work;

  /** @param callback the attributes of a callback; the flow fails where the work does */
  public void perform(Object callback) {
    work.perform((CallbackAttributes) callback);
  }
}
