package org.muletwilio.internal.messagingservice;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.api.parameter.Switch;
import org.muletwilio.internal.operation.DurationSeconds;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.TwilioEnums;

import java.util.concurrent.TimeUnit;

/** The other settings of a messaging service. */
public class MessagingServiceParameters {

  private static final int LONGEST_VALIDITY_SECONDS = 36_000;

  /**
   * Whether incoming messages go to the URL of the number and not to that of the service. Default: OFF; unchanged on an update.
   */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Use inbound webhook on number")
  @Summary("Whether incoming messages go to the URL of the number and not to that of the service. Default: OFF; unchanged on an "
      + "update")
  private Switch useInboundWebhookOnNumber;

  /** Whether a recipient always gets messages from the same number. Default: ON; unchanged on an update. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Sticky sender")
  @Summary("Whether a recipient always gets messages from the same number. Default: ON; unchanged on an update")
  private Switch stickySender;

  /** Whether MMS become SMS with a link where the carrier takes no MMS. Default: ON; unchanged on an update. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("MMS converter")
  @Summary("Whether MMS become SMS with a link where the carrier takes no MMS. Default: ON; unchanged on an update")
  private Switch mmsConverter;

  /** Whether characters that make a message longer are replaced. Default: ON; unchanged on an update. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("Smart encoding")
  @Summary("Whether characters that make a message longer are replaced. Default: ON; unchanged on an update")
  private Switch smartEncoding;

  /** Whether a long code sends what a short code can't. Default: ON; unchanged on an update. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 4)
  @DisplayName("Fallback to long code")
  @Summary("Whether a long code sends what a short code can't. Default: ON; unchanged on an update")
  private Switch fallbackToLongCode;

  /** Whether a number of the recipient's area code sends. Default: ON; unchanged on an update. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 5)
  @DisplayName("Area code geomatch")
  @Summary("Whether a number of the recipient's area code sends. Default: ON; unchanged on an update")
  private Switch areaCodeGeomatch;

  /** How long a message may wait to be sent before it fails, up to 10 hours. Default: 10 hours; unchanged on an update. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 6)
  @DisplayName("Validity period")
  @Summary("How long a message may wait to be sent before it fails, in the unit of validityPeriodUnit. Default: 10 hours; "
      + "unchanged on an update")
  @Example("3600")
  private Integer validityPeriod;

  /** The unit of the validity period. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Placement(tab = ADVANCED_TAB, order = 7)
  @DisplayName("Validity period unit")
  @Summary("The unit of the validity period. Default: SECONDS")
  private TimeUnit validityPeriodUnit;

  /** What the service is used for: notifications, marketing, verification, discussion, poll or undeclared. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 8)
  @DisplayName("Use case")
  @Summary("What the service is used for: notifications, marketing, verification, discussion, poll or undeclared")
  @Example("notifications")
  private String usecase;

  /**
   * @param operation the operation's name in XML, for messages
   * @param request gets the settings
   * @throws TwilioException if Twilio would not accept them, naming what is wrong
   */
  void addTo(String operation, FormRequest request) {
    request.with("UseInboundWebhookOnNumber", TwilioEnums.flag(useInboundWebhookOnNumber))
        .with("StickySender", TwilioEnums.flag(stickySender))
        .with("MmsConverter", TwilioEnums.flag(mmsConverter))
        .with("SmartEncoding", TwilioEnums.flag(smartEncoding))
        .with("FallbackToLongCode", TwilioEnums.flag(fallbackToLongCode))
        .with("AreaCodeGeomatch", TwilioEnums.flag(areaCodeGeomatch))
        .with("ValidityPeriod", DurationSeconds.of(operation, "validityPeriod", validityPeriod, validityPeriodUnit, 1,
                                                   LONGEST_VALIDITY_SECONDS))
        .with("Usecase", usecase);
  }
}
