package org.muletwilio.internal.call;

import static java.util.Locale.ROOT;
import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.runtime.parameter.CorrelationInfo;
import org.mule.runtime.extension.api.runtime.process.CompletionCallback;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.CallEnd;
import org.muletwilio.api.parameter.CallEvent;
import org.muletwilio.api.parameter.RecordingEvent;
import org.muletwilio.api.resource.Call;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.OperationErrors;
import org.muletwilio.internal.operation.AnswerWords;
import org.muletwilio.internal.operation.AsyncCompletion;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.DurationSeconds;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.PathParameters;
import org.muletwilio.internal.operation.StatusCallbackParameters;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.twilio.rest.api.v2010.account.CallFetcher;

/** Places calls, looks them up and changes what they do. */
@Throws(OperationErrors.class)
public class CallOperations {

  private static final String MAKE_CALL = "twilio:make-call";
  private static final String GET_CALL = "twilio:get-call";
  private static final String UPDATE_CALL = "twilio:update-call";

  /**
   * Places a call that follows the TwiML of a flow, a URL, a text or an application.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account that calls
   * @param correlation is returned with the callbacks
   * @param parameters the call
   * @param instructions what it does
   * @param callback who is told about its status
   * @param statusCallbackEvents which changes of its status are reported; COMPLETED alone by default
   * @param call how it is placed
   * @param recording whether and how it is recorded
   * @param recordingStatusCallbackEvents what is reported about the recording; COMPLETED alone by default
   * @param machineDetection whether and how Twilio finds out who answers
   * @param detected who is told the result while the call goes on
   * @param completion gets the call as Twilio accepted it
   */
  @DisplayName("Make Call")
  @Summary("Places a call that follows the TwiML of a flow, a URL, a text or an application")
  public void makeCall(@Config CallbackEndpointProvider config, @Connection TwilioConnection connection,
                       CorrelationInfo correlation,
                       @ParameterGroup(name = "Call") CallParameters parameters,
                       @ParameterGroup(name = "Instructions") CallInstructions instructions,
                       @ParameterGroup(name = "Status callback") StatusCallbackParameters callback,
                       @Optional @Placement(order = 4) @DisplayName("Status callback events")
                       @Summary("Which changes of the call's status are reported. Default: COMPLETED")
                       List<CallEvent> statusCallbackEvents,
                       @ParameterGroup(name = "Placing") OutboundCallParameters call,
                       @ParameterGroup(name = "Recording") CallRecordingParameters recording,
                       @Optional @Placement(tab = "Recording", order = 4) @DisplayName("Recording status callback events")
                       @Summary("What is reported about the recording. Default: COMPLETED")
                       List<RecordingEvent> recordingStatusCallbackEvents,
                       @ParameterGroup(name = "Machine detection") MachineDetectionParameters machineDetection,
                       @ParameterGroup(name = "Machine detection callback") AsyncMachineDetectionParameters detected,
                       CompletionCallback<Call, Void> completion) {
    List<String> ways = instructions.given();
    parameters.getApplicationSid().ifPresent(sid -> ways.add("applicationSid '" + sid + "'"));
    requireThat(ways.size() == 1, MAKE_CALL, "needs exactly one of url-flow-ref, url, twiml and applicationSid, and has "
        + (ways.isEmpty() ? "none" : String.join(" and ", ways)));
    CallbackUrls urls = new CallbackUrls(MAKE_CALL, config.getEndpoint(), correlation, callback.getCallbackContext());
    FormRequest request = parameters.toRequest(MAKE_CALL, call)
        .with("Url", instructions.url(urls))
        .with("Twiml", instructions.twiml(MAKE_CALL))
        .with("FallbackUrl", instructions.fallbackUrl(urls));
    callback.addTo(request, urls, CallbackKind.CALL_STATUS, MAKE_CALL, statusCallbackEvents);
    recording.addTo(MAKE_CALL, request, urls, recordingStatusCallbackEvents, RecordingEvent.class, RecordingEvent::getTwilioName);
    detected.addTo(MAKE_CALL, request, machineDetection, urls);
    urls.requireFlowForContext();
    AsyncCompletion.complete(completion, connection.callAsync(request.toSdk(connection.getAccountSid()), Calls::read)
        .thenCompose(made -> callback.awaitStatus(urls, CallbackKind.CALL_STATUS, made.getAccountSid(), made.getSid())
            .thenApply(stored -> made)));
  }

  /**
   * Gets a call by its SID.
   *
   * @param connection the account that owns it
   * @param callSid the call's SID, <code>CA…</code>
   * @return the call as Twilio knows it now
   */
  @DisplayName("Get Call")
  @Summary("Gets a call with its present status")
  public Call getCall(@Connection TwilioConnection connection,
                      @DisplayName("Call SID") @Summary("The call's SID, CA…")
                      @Example("CAXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX") String callSid) {
    return connection.call(new CallFetcher(sid(GET_CALL, callSid))::fetch,
        (call, answer) -> Calls.toApi(call, AnswerWords.of(answer)));
  }

  /**
   * Changes what a call does: redirects it to the TwiML of a flow, a URL or a text, or ends it.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account that owns the call
   * @param correlation is returned with the callbacks
   * @param callSid the call's SID, <code>CA…</code>
   * @param end how to end the call; not together with instructions
   * @param instructions what it does from now on
   * @param callback who is told about its status
   * @param timeLimit how long the call may last
   * @param timeLimitUnit the unit of the time limit
   * @return the call as Twilio knows it now
   */
  @DisplayName("Update Call")
  @Summary("Redirects a call to other TwiML, or hangs up")
  public Call updateCall(@Config CallbackEndpointProvider config, @Connection TwilioConnection connection,
                         CorrelationInfo correlation,
                         @DisplayName("Call SID") @Summary("The call's SID, CA…") @Placement(order = 1)
                         @Example("CAXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX") String callSid,
                         @Optional @DisplayName("End") @Placement(order = 2)
                         @Summary("How to end the call: COMPLETED hangs up, CANCELED gives up unless the call was answered")
                         CallEnd end,
                         @ParameterGroup(name = "Instructions") CallInstructions instructions,
                         @ParameterGroup(name = "Status callback") StatusCallbackParameters callback,
                         @Optional @DisplayName("Time limit") @Placement(tab = ADVANCED_TAB, order = 3)
                         @Summary("How long the call may last, in the unit of timeLimitUnit. Default: as it was")
                         @Example("3600") Integer timeLimit,
                         @Optional(defaultValue = "SECONDS") @DisplayName("Time limit unit")
                         @Placement(tab = ADVANCED_TAB, order = 4)
                         @Summary("The unit of the time limit. Default: SECONDS") TimeUnit timeLimitUnit) {
    String sid = sid(UPDATE_CALL, callSid);
    List<String> ways = instructions.given();
    if (end != null) {
      ways.add("end '" + end + "'");
    }
    requireThat(ways.size() <= 1, UPDATE_CALL, "takes one of url-flow-ref, url, twiml and end for call '" + callSid
        + "', and has " + String.join(" and ", ways));
    CallbackUrls urls = new CallbackUrls(UPDATE_CALL, config.getEndpoint(), correlation, callback.getCallbackContext());
    FormRequest request = FormRequest.to("Calls", sid)
        .with("TimeLimit", DurationSeconds.of(UPDATE_CALL, "timeLimit", timeLimit, timeLimitUnit, 1, Integer.MAX_VALUE))
        .with("Url", instructions.url(urls))
        .with("Twiml", instructions.twiml(UPDATE_CALL))
        .with("FallbackUrl", instructions.fallbackUrl(urls))
        .with("StatusCallback", callback.url(urls, CallbackKind.CALL_STATUS))
        .with("Status", end == null ? null : end.name().toLowerCase(ROOT));
    urls.requireFlowForContext();
    return connection.call(request.creating(Calls::read));
  }

  private static String sid(String operation, String callSid) {
    return PathParameters.sid(operation, "callSid", "the call", callSid, "CA");
  }
}
