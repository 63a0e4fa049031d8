package org.muletwilio.internal.operation;

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

import com.twilio.rest.api.v2010.account.CallCreator;

/** Whether and how Twilio finds out who, or what, answers a call. */
public class MachineDetectionParameters {

  /**
   * Whether Twilio tells humans from machines, and whether it waits for the end of a machine's greeting. Default: it does
   * neither.
   */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 1)
  @DisplayName("Machine detection")
  @Summary("Whether Twilio tells humans from machines, and waits for the end of a greeting. Default: neither")
  private MachineDetection machineDetection;

  /** The flow that runs when Twilio knows who answered; the call goes on meanwhile. Needs machineDetection. */
  @Parameter
  @Optional
  @Alias("async-amd-status-callback-flow-ref")
  @FlowReference
  @Placement(tab = "Machine detection", order = 2)
  @DisplayName("Asynchronous detection callback flow")
  @Summary("The flow that runs when Twilio knows who answered; the call goes on meanwhile. Needs machineDetection")
  @Example("who-answered")
  private String asyncAmdStatusCallbackFlow;

  /** An address of your own that Twilio calls when it knows who answered, in place of a flow. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 3)
  @DisplayName("Asynchronous detection callback URL")
  @Summary("An address of your own that Twilio calls when it knows who answered, in place of a flow")
  private String asyncAmdStatusCallbackUrl;

  /** How long Twilio tries to find out, in seconds, 3 to 59. Default: 30. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 4)
  @DisplayName("Detection timeout")
  @Summary("How long Twilio tries to find out, in seconds, 3 to 59. Default: 30")
  @Example("30")
  private Integer machineDetectionTimeout;

  /** How much speech makes a machine, in milliseconds, 1000 to 6000. Default: 2400. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 5)
  @DisplayName("Speech threshold")
  @Summary("How much speech makes a machine, in milliseconds, 1000 to 6000. Default: 2400")
  @Example("2400")
  private Integer machineDetectionSpeechThreshold;

  /** How much silence ends speech, in milliseconds, 500 to 5000. Default: 1200. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 6)
  @DisplayName("Speech end threshold")
  @Summary("How much silence ends speech, in milliseconds, 500 to 5000. Default: 1200")
  @Example("1200")
  private Integer machineDetectionSpeechEndThreshold;

  /** How much silence at the start makes the answer unknown, in milliseconds, 2000 to 10000. Default: 5000. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 7)
  @DisplayName("Silence timeout")
  @Summary("How much silence at the start makes the answer unknown, in milliseconds, 2000 to 10000. Default: 5000")
  @Example("5000")
  private Integer machineDetectionSilenceTimeout;

  /**
   * @param operation the operation's name in XML, for messages
   * @param creator gets what is set here
   * @param urls makes the addresses
   */
  void addTo(String operation, CallCreator creator, CallbackUrls urls) {
    java.util.Optional<URI> callback = urls.of(CallbackKind.MACHINE_DETECTION, "async-amd-status-callback-flow-ref",
        asyncAmdStatusCallbackFlow, "asyncAmdStatusCallbackUrl", asyncAmdStatusCallbackUrl);
    requireThat(machineDetection != null || !callback.isPresent(), operation,
                "has a callback for machine detection, but machineDetection is not set");
    callback.ifPresent(url -> creator.setAsyncAmd("true").setAsyncAmdStatusCallback(url));
    creator.setMachineDetection(TwilioNames.of(machineDetection, MachineDetection::getTwilioName))
        .setMachineDetectionTimeout(machineDetectionTimeout)
        .setMachineDetectionSpeechThreshold(machineDetectionSpeechThreshold)
        .setMachineDetectionSpeechEndThreshold(machineDetectionSpeechEndThreshold)
        .setMachineDetectionSilenceTimeout(machineDetectionSilenceTimeout);
  }
}
