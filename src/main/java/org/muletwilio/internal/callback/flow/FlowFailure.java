package org.muletwilio.internal.callback.flow;

import org.mule.runtime.api.lifecycle.LifecycleException;
import org.mule.runtime.api.message.Error;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;

/**
 * Chooses the answer to Twilio when a flow fails. The description of the error is the application's text, and left to Mule's own
 * log.
 */
public final class FlowFailure {

  private static final SafeLogger LOGGER = SafeLogger.of(FlowFailure.class);

  private FlowFailure() {}

  /**
   * @param flow the name of a flow that Twilio called back for through its source
   * @param error the flow's error
   * @return what Twilio is answered
   */
  public static CallbackAnswer answerOfSource(String flow, Error error) {
    return isStopped(flow, error.getCause()) || isRefused(error) ? unavailable(flow, error.getCause()) : answer(flow, error);
  }

  /** Mule has no error to give to a source whose flow it refuses to run, and takes that for an error of the source's response. */
  private static boolean isRefused(Error error) {
    return error.getErrorType().getIdentifier().equals("SOURCE_ERROR_RESPONSE_SEND");
  }

  /** A flow that runs has other errors, but where it refers to another flow, which is stopped: that has another name. */
  private static boolean isStopped(String flow, Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof LifecycleException && String.valueOf(each.getMessage()).contains("\"" + flow + "\"")) {
        return true;
      }
    }
    return false;
  }

  static CallbackAnswer unavailable(String flow, Throwable failure) {
    LOGGER.warn("Twilio called back for flow '{}', which is stopped or too busy to run", flow);
    LOGGER.debug("Flow '{}' could not run", flow, failure);
    return CallbackAnswer.FLOW_UNAVAILABLE;
  }

  static CallbackAnswer answer(String flow, Error error) {
    LOGGER.warn("Flow '{}', which Twilio called back for, failed: {}", flow, error.getErrorType());
    return isOverload(error) ? CallbackAnswer.FLOW_UNAVAILABLE : CallbackAnswer.FLOW_FAILED;
  }

  private static boolean isOverload(Error error) {
    String type = error.getErrorType().getIdentifier();
    return type.equals("OVERLOAD") || type.equals("FLOW_BACK_PRESSURE");
  }
}
