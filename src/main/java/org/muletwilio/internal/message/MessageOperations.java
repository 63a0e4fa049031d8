package org.muletwilio.internal.message;

import static org.muletwilio.internal.operation.Validation.requireThat;

import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.runtime.parameter.CorrelationInfo;
import org.mule.runtime.extension.api.runtime.process.CompletionCallback;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.resource.Message;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.OperationErrors;
import org.muletwilio.internal.operation.AnswerWords;
import org.muletwilio.internal.operation.AsyncCompletion;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.PathParameters;
import org.muletwilio.internal.operation.StatusCallbackParameters;

import java.util.Optional;

import com.twilio.rest.api.v2010.account.MessageFetcher;

/** Sends messages and looks them up. */
@Throws(OperationErrors.class)
public class MessageOperations {

  private static final String SEND_MESSAGE = "twilio:send-message";
  private static final String GET_MESSAGE = "twilio:get-message";

  /**
   * Sends an SMS, MMS or channel message.
   *
   * @param config whose endpoint receives the status callbacks
   * @param connection the account that sends
   * @param correlation is returned with the callbacks
   * @param parameters the message
   * @param callback who is told about its status
   * @param completion gets the message as Twilio accepted it
   */
  @DisplayName("Send Message")
  @Summary("Sends an SMS, MMS or channel message, and runs a flow when its status changes")
  public void sendMessage(@Config CallbackEndpointProvider config, @Connection TwilioConnection connection,
                          CorrelationInfo correlation,
                          @ParameterGroup(name = "Message") MessageParameters parameters,
                          @ParameterGroup(name = "Status callback") StatusCallbackParameters callback,
                          CompletionCallback<Message, Void> completion) {
    FormRequest request = parameters.toRequest(SEND_MESSAGE);
    CallbackUrls urls = new CallbackUrls(SEND_MESSAGE, config.getEndpoint(), correlation, callback.getCallbackContext());
    Optional<String> status = callback.url(urls, CallbackKind.MESSAGE_STATUS);
    parameters.getApplicationSid().ifPresent(sid -> requireThat(!status.isPresent(), SEND_MESSAGE, "takes applicationSid ('"
        + Excerpt.of(sid) + "') or a status callback, not both: Twilio would call the status callback only"));
    request.with("StatusCallback", status);
    urls.requireFlowForContext();
    AsyncCompletion.complete(completion, connection.callAsync(request.toSdk(connection.getAccountSid()), Messages::read)
        .thenCompose(sent -> callback.awaitStatus(urls, CallbackKind.MESSAGE_STATUS, sent.getAccountSid(), sent.getSid())
            .thenApply(stored -> sent)));
  }

  /**
   * Gets a message by its SID.
   *
   * @param connection the account that sent or received it
   * @param messageSid the message's SID, <code>SM…</code> or <code>MM…</code>
   * @return the message as Twilio knows it now
   */
  @DisplayName("Get Message")
  @Summary("Gets a message with its present status")
  public Message getMessage(@Connection TwilioConnection connection,
                            @DisplayName("Message SID") @Summary("The message's SID, SM… or MM…")
                            @Example("SMXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX") String messageSid) {
    String sid = PathParameters.sid(GET_MESSAGE, "messageSid", "the message", messageSid, "SM", "MM");
    return connection.call(new MessageFetcher(sid)::fetch, (message, answer) -> Messages.toApi(message, AnswerWords.of(answer)));
  }
}
