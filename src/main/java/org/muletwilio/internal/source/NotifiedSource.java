package org.muletwilio.internal.source;

import org.mule.runtime.api.message.Error;
import org.mule.runtime.extension.api.annotation.execution.OnError;
import org.mule.runtime.extension.api.annotation.execution.OnSuccess;
import org.mule.runtime.extension.api.runtime.source.SourceCallbackContext;

import org.muletwilio.api.callback.CallbackKind;

/** A source whose flow is told something: Twilio learns whether it has succeeded, and no more. */
public abstract class NotifiedSource extends CallbackSource {

  /** @param kind what Twilio calls back about */
  NotifiedSource(CallbackKind kind) {
    super(kind);
  }

  /** @param context of the run */
  @OnSuccess
  public final void onSuccess(SourceCallbackContext context) {
    SourceRun.of(context).succeed();
  }

  /**
   * @param error what went wrong
   * @param context of the run
   */
  @OnError
  public final void onError(Error error, SourceCallbackContext context) {
    SourceRun.of(context).fail(error, null);
  }
}
