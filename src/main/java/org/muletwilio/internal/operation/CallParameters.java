package org.muletwilio.internal.operation;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Password;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import java.util.concurrent.TimeUnit;

import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.type.PhoneNumber;

/** A call to place. */
public class CallParameters {

  /** Who is called: a number in E.164 format, <code>sip:…</code> or <code>client:…</code>. */
  @Parameter
  @Placement(order = 1)
  @DisplayName("To")
  @Summary("Who is called: a number in E.164 format, sip:… or client:…")
  @Example("+15551234567")
  private String to;

  /** Who calls: a number or verified caller ID of the account, or <code>client:…</code>. */
  @Parameter
  @Placement(order = 2)
  @DisplayName("From")
  @Summary("Who calls: a number or verified caller ID of the account, or client:…")
  @Example("+15557654321")
  private String from;

  /**
   * The SID of the application that has the call's instructions and callbacks, <code>AP…</code>, in place of instructions
   * here.
   */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("Application SID")
  @Summary("The SID of the application that has the call's instructions, AP…, in place of instructions here")
  @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String applicationSid;

  /** How long the call may ring, up to 600 seconds. Default: Twilio's own, 60 seconds. */
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

  /** How long the call may last. Default: Twilio's own, four hours. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("Time limit")
  @Summary("How long the call may last, in the unit of timeLimitUnit. Default: four hours")
  @Example("3600")
  private Integer timeLimit;

  /** The unit of the time limit. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Placement(tab = ADVANCED_TAB, order = 4)
  @DisplayName("Time limit unit")
  @Summary("The unit of the time limit. Default: SECONDS")
  private TimeUnit timeLimitUnit;

  /** Keys to press once the call is answered, up to 32: digits, * and #; w waits half a second, W a whole one. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 5)
  @DisplayName("Send digits")
  @Summary("Keys to press once the call is answered: digits, * and #; w waits half a second, W a whole one")
  @Example("wwww1234#")
  private String sendDigits;

  /** The number, or name of a SIP user, that the called one sees in place of from. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 6)
  @DisplayName("Caller ID")
  @Summary("The number that the called one sees in place of from")
  @Example("+15557654321")
  private String callerId;

  /** Why you call, up to 50 characters, for networks that show it. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 7)
  @DisplayName("Call reason")
  @Summary("Why you call, up to 50 characters, for networks that show it")
  @Example("Your delivery")
  private String callReason;

  /** The token of the incoming call whose caller ID is passed on. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 8)
  @DisplayName("Call token")
  @Summary("The token of the incoming call whose caller ID is passed on")
  private String callToken;

  /** The user name for a SIP endpoint that wants one. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 9)
  @DisplayName("SIP user name")
  @Summary("The user name for a SIP endpoint that wants one")
  private String sipAuthUsername;

  /** The password for a SIP endpoint that wants one. */
  @Parameter
  @Optional
  @Password
  @Placement(tab = ADVANCED_TAB, order = 10)
  @DisplayName("SIP password")
  @Summary("The password for a SIP endpoint that wants one")
  private String sipAuthPassword;

  /** The SID of the trunk of your own carrier, <code>BY…</code>. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 11)
  @DisplayName("BYOC trunk SID")
  @Summary("The SID of the trunk of your own carrier, BY…")
  private String byoc;

  /** An address of your own that tells a client's device of the call by push notification. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 12)
  @DisplayName("Client notification URL")
  @Summary("An address of your own that tells a client's device of the call by push notification")
  private String clientNotificationUrl;

  java.util.Optional<String> getApplicationSid() {
    return java.util.Optional.ofNullable(applicationSid);
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @return the SDK's request for this call, without its instructions
   */
  CallCreator toCreator(String operation) {
    CallCreator creator = new CallCreator(new PhoneNumber(to), new PhoneNumber(from), applicationSid);
    creator.setTimeout(Seconds.of(operation, "timeout", timeout, timeoutUnit, 1, 600))
        .setTimeLimit(Seconds.of(operation, "timeLimit", timeLimit, timeLimitUnit, 1, Integer.MAX_VALUE)).setSendDigits(sendDigits).setCallerId(callerId)
        .setCallReason(callReason).setCallToken(callToken).setSipAuthUsername(sipAuthUsername)
        .setSipAuthPassword(sipAuthPassword).setByoc(byoc);
    if (clientNotificationUrl != null) {
      creator.setClientNotificationUrl(clientNotificationUrl);
    }
    return creator;
  }
}
