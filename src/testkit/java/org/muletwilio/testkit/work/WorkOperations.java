package org.muletwilio.testkit.work;

import org.muletwilio.api.callback.CallbackAttributes;

import java.util.Map;
import javax.inject.Inject;

/** Hands a callback over to the test. */
public class WorkOperations {

  @Inject
  private Work work;

  /** @param callback the attributes of a callback; the flow fails where the work does */
  public void perform(Object callback) {
    work.perform((CallbackAttributes) callback);
  }

  /** @param fields a map, of which nothing is left, as after an operation or a script that makes something else of it */
  public void clear(Object fields) {
    ((Map<?, ?>) fields).clear();
  }
}
