package org.muletwilio.internal.operation;

import static com.twilio.http.HttpMethod.POST;
import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
import static org.muletwilio.internal.operation.Checks.requireThat;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.param.reference.FlowReference;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.MachineDetection;

import java.net.URI;

import com.twilio.rest.api.v2010.account.conference.ParticipantCreator;

/** Whether Twilio finds out if a human or a machine answers the participant's call, and who hears about it. */
public class ParticipantMachineDetectionParameters {

  /** How Twilio finds out whether a human or a machine has answered. Default: not at all. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Machine detection")
  @Summary("How Twilio finds out whether a human or a machine has answered. Default: not at all")
  private MachineDetection machineDetection;

  /** The flow that runs when Twilio knows who answered. It needs no source, and machineDetection must be set. */
  @Parameter
  @Optional
  @Alias("amd-status-callback-flow-ref")
  @FlowReference
  @Placement(order = 2)
  @DisplayName("Machine detection callback flow")
  @Summary("The flow that runs when Twilio knows who answered. It needs no source, and machineDetection must be set")
  @Example("answered-by")
  private String amdStatusCallbackFlow;

  /** An address of your own that Twilio calls when it knows who answered, in place of a flow. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("Machine detection callback URL")
  @Summary("An address of your own that Twilio calls when it knows who answered, in place of a flow")
  @Example("https://example.com/answered-by")
  private String amdStatusCallbackUrl;

  /** How many seconds Twilio tries to find out who answered. Default: 30 seconds. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Machine detection timeout")
  @Summary("How many seconds Twilio tries to find out who answered. Default: 30 seconds")
  @Example("30")
  private Integer machineDetectionTimeout;

  /** The milliseconds of speech, 1000 to 6000, from which on it is a machine. Default: 2400 ms. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Machine detection speech threshold")
  @Summary("The milliseconds of speech, 1000 to 6000, from which on it is a machine. Default: 2400 ms")
  @Example("2400")
  private Integer machineDetectionSpeechThreshold;

  /** The milliseconds of silence, 500 to 5000, after which speech has ended. Default: 1200 ms. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("Machine detection speech end threshold")
  @Summary("The milliseconds of silence, 500 to 5000, after which speech has ended. Default: 1200 ms")
  @Example("1200")
  private Integer machineDetectionSpeechEndThreshold;

  /** The milliseconds of silence at the start, 2000 to 10000, after which the answer is unknown. Default: 5000 ms. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 4)
  @DisplayName("Machine detection silence timeout")
  @Summary("The milliseconds of silence at the start, 2000 to 10000, after which the answer is unknown. Default: 5000 ms")
  @Example("5000")
  private Integer machineDetectionSilenceTimeout;

  void applyTo(ParticipantCreator creator, String operation, CallbackUrls urls) {
    java.util.Optional<URI> status =
        urls.of(CallbackKind.MACHINE_DETECTION, "amd-status-callback-flow-ref", amdStatusCallbackFlow,
                "amdStatusCallbackUrl", amdStatusCallbackUrl);
    requireThat(!status.isPresent() || machineDetection != null, operation,
                "is to tell '" + (amdStatusCallbackFlow != null ? amdStatusCallbackFlow : amdStatusCallbackUrl)
                    + "' who answered, but does not look: set machineDetection");
    status.ifPresent(url -> creator.setAmdStatusCallback(url).setAmdStatusCallbackMethod(POST));
    creator.setMachineDetection(TwilioNames.of(machineDetection, MachineDetection::getTwilioName))
        .setMachineDetectionTimeout(machineDetectionTimeout)
        .setMachineDetectionSpeechThreshold(machineDetectionSpeechThreshold)
        .setMachineDetectionSpeechEndThreshold(machineDetectionSpeechEndThreshold)
        .setMachineDetectionSilenceTimeout(machineDetectionSilenceTimeout);
  }
}
