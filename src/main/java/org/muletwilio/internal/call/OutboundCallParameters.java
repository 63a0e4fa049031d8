package org.muletwilio.internal.call;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Password;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.values.OfValues;

import org.muletwilio.internal.operation.DurationSeconds;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.HttpUrls;
import org.muletwilio.internal.phonenumber.Callers;

import java.util.concurrent.TimeUnit;

/** How a call is placed, by itself or into a conference. */
public class OutboundCallParameters {

  private static final int LONGEST_RINGING = 600;

  /** How long the call may ring, up to 600 seconds. Default: 60 seconds. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Timeout")
  @Summary("How long the call may ring, in the unit of timeoutUnit, up to 600 seconds. Default: 60 seconds")
  @Example("60")
  private Integer timeout;

  /** The unit of the timeout. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Timeout unit")
  @Summary("The unit of the timeout. Default: SECONDS")
  private TimeUnit timeoutUnit;

  /** How long the call may last. Default: the account's limit, usually four hours. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("Time limit")
  @Summary("How long the call may last, in the unit of timeLimitUnit. Default: the account's limit, usually four hours")
  @Example("3600")
  private Integer timeLimit;

  /** The unit of the time limit. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Placement(tab = ADVANCED_TAB, order = 4)
  @DisplayName("Time limit unit")
  @Summary("The unit of the time limit. Default: SECONDS")
  private TimeUnit timeLimitUnit;

  /** The number, or name of a SIP user, that the called party sees instead of from. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 5)
  @DisplayName("Caller ID")
  @Summary("The number, or name of a SIP user, that the called party sees instead of from")
  @Example("+15557654321")
  @OfValues(Callers.class)
  private String callerId;

  /** The reason for the call, up to 50 characters, for networks that show it. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 6)
  @DisplayName("Call reason")
  @Summary("The reason for the call, up to 50 characters, for networks that show it")
  @Example("Your delivery")
  private String callReason;

  /** The CallToken of an incoming call whose caller ID is passed on. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 7)
  @DisplayName("Call token")
  @Summary("The CallToken of an incoming call whose caller ID is passed on")
  @Example("%7B%22parentCallInfoToken%22%3A%22eyJhbGciOi%22%7D")
  private String callToken;

  /** SHAKEN passports that vouch for the caller ID, as JSON. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 8)
  @DisplayName("Passports")
  @Summary("SHAKEN passports that vouch for the caller ID, as JSON")
  @Example("eyJhbGciOiJFUzI1NiJ9")
  private String passports;

  /** The user name for a SIP endpoint that asks for one. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 9)
  @DisplayName("SIP user name")
  @Summary("The user name for a SIP endpoint that asks for one")
  @Example("desk")
  private String sipAuthUsername;

  /** The password for a SIP endpoint that asks for one. */
  @Parameter
  @Optional
  @Password
  @Placement(tab = ADVANCED_TAB, order = 10)
  @DisplayName("SIP password")
  @Summary("The password for a SIP endpoint that asks for one")
  private String sipAuthPassword;

  /** The SID of the BYOC trunk, <code>BY…</code>, that connects your own carrier. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 11)
  @DisplayName("BYOC trunk SID")
  @Summary("The SID of the BYOC trunk, BY…, that connects your own carrier")
  @Example("BYXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String byoc;

  /** A URL of your own that sends a push notification to the device of a called client. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 12)
  @DisplayName("Client notification URL")
  @Summary("A URL of your own that sends a push notification to the device of a called client")
  @Example("https://example.com/notify")
  private String clientNotificationUrl;

  /**
   * @param operation the operation's name in XML, for messages
   * @param request gets what is set here
   * @param least the fewest seconds that Twilio lets it ring
   * @throws TwilioException if Twilio would not accept it, naming what is wrong
   */
  public void addTo(String operation, FormRequest request, int least) {
    request.with("Timeout", DurationSeconds.of(operation, "timeout", timeout, timeoutUnit, least, LONGEST_RINGING))
        .with("TimeLimit", DurationSeconds.of(operation, "timeLimit", timeLimit, timeLimitUnit, 1, Integer.MAX_VALUE))
        .with("CallerId", callerId)
        .with("CallReason", callReason)
        .with("CallToken", callToken)
        .with("Passports", passports)
        .with("SipAuthUsername", sipAuthUsername)
        .with("SipAuthPassword", sipAuthPassword)
        .with("Byoc", byoc)
        .with("ClientNotificationUrl", clientNotificationUrl == null ? null
            : HttpUrls.require(operation, "clientNotificationUrl is", clientNotificationUrl));
  }
}
