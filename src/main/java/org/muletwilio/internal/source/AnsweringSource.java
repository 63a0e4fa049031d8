package org.muletwilio.internal.source;

import org.mule.runtime.api.message.Error;
import org.mule.runtime.extension.api.annotation.execution.OnError;
import org.mule.runtime.extension.api.annotation.execution.OnSuccess;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.runtime.source.SourceCallbackContext;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.source.parameter.TwimlErrorResponse;
import org.muletwilio.internal.source.parameter.TwimlResponse;

/** A source whose flow answers Twilio with TwiML. */
public abstract class AnsweringSource extends CallbackSource {

  /** @param kind what Twilio calls back about */
  AnsweringSource(CallbackKind kind) {
    super(kind);
  }

  /**
   * @param response what Twilio is answered
   * @param context of the run
   */
  @OnSuccess
  public final void onSuccess(@ParameterGroup(name = "Response", showInDsl = true) TwimlResponse response,
                              SourceCallbackContext context) {
    // a call that hears nothing is hung up, a message that is answered with nothing is all right
    boolean silent = getKind() == CallbackKind.INBOUND_MESSAGE || getKind() == CallbackKind.INBOUND_MESSAGE_FALLBACK;
    SourceRun.of(context).answer(response.getBody(), silent);
  }

  /**
   * @param errorResponse what Twilio is answered, if anything
   * @param error what went wrong
   * @param context of the run
   */
  @OnError
  public final void onError(@ParameterGroup(name = "Error Response", showInDsl = true) TwimlErrorResponse errorResponse,
                            Error error, SourceCallbackContext context) {
    SourceRun.of(context).fail(error, errorResponse.getBody());
  }
}
