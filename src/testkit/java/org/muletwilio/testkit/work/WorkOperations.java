package org.muletwilio.testkit.work;

import org.mule.runtime.api.meta.model.operation.ExecutionType;
import org.mule.runtime.extension.api.annotation.execution.Execution;

import org.muletwilio.api.callback.CallbackAttributes;

import java.util.Map;
import javax.inject.Inject;

/** Hands a callback over to the test. */
public class WorkOperations {

  @Inject
  private Work work;

  /**
   * Runs on an IO thread, as whatever asks a database or another service.
   *
   * @param callback the attributes of a callback; the flow fails where the work does
   */
  @Execution(ExecutionType.BLOCKING)
  public void perform(Object callback) {
    work.perform((CallbackAttributes) callback);
  }

  /** @param fields a map, of which nothing is left, as after an operation or a script that makes something else of it */
  public void clear(Object fields) {
    ((Map<?, ?>) fields).clear();
  }
}
