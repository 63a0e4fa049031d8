package org.muletwilio.internal.call;

import static org.muletwilio.internal.operation.Validation.requireThat;
import static org.muletwilio.internal.operation.Validation.within;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.api.parameter.MachineDetection;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.operation.DurationSeconds;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.TwilioEnums;

import java.util.concurrent.TimeUnit;

/** Whether and how Twilio finds out who, or what, answers a call. */
public class MachineDetectionParameters {

  /** Whether Twilio detects machines, and whether it waits for the end of their greeting. Default: no detection. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 1)
  @DisplayName("Machine detection")
  @Summary("Whether Twilio detects machines, and whether it waits for the end of their greeting. Default: no detection")
  private MachineDetection machineDetection;

  /** How long the detection may take, 3 to 59 seconds. Default: 30 seconds. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 4)
  @DisplayName("Detection timeout")
  @Summary("How long the detection may take, in the unit of machineDetectionTimeoutUnit, 3 to 59 seconds. Default: 30 seconds")
  @Example("30")
  private Integer machineDetectionTimeout;

  /** The unit of the detection timeout. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Placement(tab = "Machine detection", order = 5)
  @DisplayName("Detection timeout unit")
  @Summary("The unit of the detection timeout. Default: SECONDS")
  private TimeUnit machineDetectionTimeoutUnit;

  /** The length of speech that counts as a machine's greeting, in milliseconds, 1000 to 6000. Default: 2400. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 6)
  @DisplayName("Speech threshold")
  @Summary("The length of speech that counts as a machine's greeting, in milliseconds, 1000 to 6000. Default: 2400")
  @Example("2400")
  private Integer machineDetectionSpeechThreshold;

  /** The length of silence that ends speech, in milliseconds, 500 to 5000. Default: 1200. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 7)
  @DisplayName("Speech end threshold")
  @Summary("The length of silence that ends speech, in milliseconds, 500 to 5000. Default: 1200")
  @Example("1200")
  private Integer machineDetectionSpeechEndThreshold;

  /** The length of silence at the start after which the result is unknown, in milliseconds, 2000 to 10000. Default: 5000. */
  @Parameter
  @Optional
  @Placement(tab = "Machine detection", order = 8)
  @DisplayName("Silence timeout")
  @Summary("The length of silence at the start after which the result is unknown, in milliseconds, 2000 to 10000. Default: 5000")
  @Example("5000")
  private Integer machineDetectionSilenceTimeout;

  /**
   * @param operation the operation's name in XML, for messages
   * @param callback who is told the outcome, as the message names it, or empty
   * @param request gets what is set here
   * @throws TwilioException if Twilio would not accept it, naming what is wrong
   */
  public void addTo(String operation, java.util.Optional<String> callback, FormRequest request) {
    callback.ifPresent(told -> requireThat(machineDetection != null, operation,
                                           told + " is to be told who answered, but machine detection is off: set "
                                           + "machineDetection"));
    request.with("MachineDetection", TwilioEnums.of(machineDetection, MachineDetection::getTwilioName))
        .with("MachineDetectionTimeout", DurationSeconds.of(operation, "machineDetectionTimeout", machineDetectionTimeout,
                                                            machineDetectionTimeoutUnit, 3, 59))
        .with("MachineDetectionSpeechThreshold",
              within(operation, "machineDetectionSpeechThreshold", machineDetectionSpeechThreshold, 1000, 6000))
        .with("MachineDetectionSpeechEndThreshold",
              within(operation, "machineDetectionSpeechEndThreshold", machineDetectionSpeechEndThreshold, 500, 5000))
        .with("MachineDetectionSilenceTimeout",
              within(operation, "machineDetectionSilenceTimeout", machineDetectionSilenceTimeout, 2000, 10_000));
  }
}
