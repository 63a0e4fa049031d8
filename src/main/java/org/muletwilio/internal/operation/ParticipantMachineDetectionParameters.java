package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.Checks.requireThat;
import static org.muletwilio.internal.operation.Checks.within;

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
  @Placement(tab = "Machine detection", order = 1)
  @DisplayName("Machine detection")
  @Summary("How Twilio finds out whether a human or a machine has answered. Default: not at all")
  private MachineDetection machineDetection;

  /** The flow that runs when Twilio knows who answered. It needs no source, and machineDetection must be set. */
  @Parameter
  @Optional
  @Alias("amd-status-callback-flow-ref")
  @FlowReference
  @Placement(tab = "Machine detection", order = 2)
  @DisplayName("Machine detection callback flow")
  @Summary("The flow that runs when Twilio knows who answered. It needs no source, and machineDetection must be set")
  @Example("answered-by")
  private String amdStatusCallbackFlow;

  /** An address of your own that Twilio calls when it knows who answered, in place of a flow. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 3)
  @DisplayName("Machine detection callback URL")
  @Summary("An address of your own that Twilio calls when it knows who answered, in place of a flow")
  @Example("https://example.com/answered-by")
  private String amdStatusCallbackUrl;

  /** How long Twilio tries to find out who answered, in seconds, 3 to 59. Default: 30. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 4)
  @DisplayName("Machine detection timeout")
  @Summary("How long Twilio tries to find out who answered, in seconds, 3 to 59. Default: 30")
  @Example("30")
  private Integer machineDetectionTimeout;

  /** How much speech makes a machine, in milliseconds, 1000 to 6000. Default: 2400. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 5)
  @DisplayName("Machine detection speech threshold")
  @Summary("How much speech makes a machine, in milliseconds, 1000 to 6000. Default: 2400")
  @Example("2400")
  private Integer machineDetectionSpeechThreshold;

  /** How much silence ends speech, in milliseconds, 500 to 5000. Default: 1200. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 6)
  @DisplayName("Machine detection speech end threshold")
  @Summary("How much silence ends speech, in milliseconds, 500 to 5000. Default: 1200")
  @Example("1200")
  private Integer machineDetectionSpeechEndThreshold;

  /** How much silence at the start makes the answer unknown, in milliseconds, 2000 to 10000. Default: 5000. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 7)
  @DisplayName("Machine detection silence timeout")
  @Summary("How much silence at the start makes the answer unknown, in milliseconds, 2000 to 10000. Default: 5000")
  @Example("5000")
  private Integer machineDetectionSilenceTimeout;

  void addTo(String operation, ParticipantCreator creator, CallbackUrls urls) {
    java.util.Optional<URI> status =
        urls.of(CallbackKind.MACHINE_DETECTION, "amd-status-callback-flow-ref", amdStatusCallbackFlow,
                "amdStatusCallbackUrl", amdStatusCallbackUrl);
    requireThat(!status.isPresent() || machineDetection != null, operation,
                "is to tell '" + (amdStatusCallbackFlow != null ? amdStatusCallbackFlow : amdStatusCallbackUrl)
                    + "' who answered, but does not look: set machineDetection");
    status.ifPresent(url -> creator.setAmdStatusCallback(url));
    creator.setMachineDetection(TwilioNames.of(machineDetection, MachineDetection::getTwilioName))
        .setMachineDetectionTimeout(within(operation, "machineDetectionTimeout", machineDetectionTimeout, 3, 59))
        .setMachineDetectionSpeechThreshold(within(operation, "machineDetectionSpeechThreshold", machineDetectionSpeechThreshold,
                                                   1000, 6000))
        .setMachineDetectionSpeechEndThreshold(within(operation, "machineDetectionSpeechEndThreshold",
                                                      machineDetectionSpeechEndThreshold, 500, 5000))
        .setMachineDetectionSilenceTimeout(within(operation, "machineDetectionSilenceTimeout", machineDetectionSilenceTimeout,
                                                  2000, 10000));
  }
}
