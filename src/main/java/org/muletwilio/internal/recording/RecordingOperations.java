package org.muletwilio.internal.recording;

import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.runtime.parameter.CorrelationInfo;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.resource.Recording;
import org.muletwilio.api.resource.Transcription;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.OperationErrors;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.StatusCallbackParameters;

/** Records and transcribes calls that are in progress. */
@Throws(OperationErrors.class)
public class RecordingOperations {

  private static final String START_RECORDING = "twilio:start-recording";
  private static final String START_TRANSCRIPTION = "twilio:start-transcription";

  /**
   * Starts to record a call.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account
   * @param correlation is returned with the callbacks
   * @param parameters the recording, and who is told about it
   * @return the recording as Twilio started it
   */
  @DisplayName("Start Recording")
  @Summary("Starts to record a call, and runs a flow when the recording changes its status")
  public Recording startRecording(@Config CallbackEndpointProvider config, @Connection TwilioConnection connection,
                                  CorrelationInfo correlation,
                                  @ParameterGroup(name = "Recording") RecordingParameters parameters) {
    CallbackUrls urls = new CallbackUrls(START_RECORDING, config.getEndpoint(), correlation, parameters.getCallbackContext());
    FormRequest request = parameters.toRequest(START_RECORDING, urls);
    urls.requireFlowForContext();
    return connection.call(request.creating(Recordings::read));
  }

  /**
   * Starts to transcribe a call while people speak.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account
   * @param correlation is returned with the callbacks
   * @param parameters the transcription
   * @param callback who is told what is spoken
   * @return the transcription as Twilio started it
   */
  @DisplayName("Start Transcription")
  @Summary("Starts to transcribe a call live, and runs a flow for each piece of text")
  public Transcription startTranscription(@Config CallbackEndpointProvider config, @Connection TwilioConnection connection,
                                          CorrelationInfo correlation,
                                          @ParameterGroup(name = "Transcription") TranscriptionParameters parameters,
                                          @ParameterGroup(name = "Status callback") StatusCallbackParameters callback) {
    FormRequest request = parameters.toRequest(START_TRANSCRIPTION);
    CallbackUrls urls = new CallbackUrls(START_TRANSCRIPTION, config.getEndpoint(), correlation, callback.getCallbackContext());
    request.with("StatusCallbackUrl", callback.url(urls, CallbackKind.TRANSCRIPTION_STATUS));
    urls.requireFlowForContext();
    return connection.call(request.creating(Transcriptions::read));
  }
}
