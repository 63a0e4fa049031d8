package org.muletwilio.internal.operation;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
import static org.muletwilio.internal.operation.Checks.within;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Password;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import com.twilio.rest.api.v2010.account.conference.ParticipantCreator;

/** How a participant is called. */
public class ParticipantCallParameters {

  /** How long to let it ring, in seconds, 5 to 600. Default: 60. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Timeout")
  @Summary("How long to let it ring, in seconds, 5 to 600. Default: 60")
  @Example("60")
  private Integer timeout;

  /** How long the call may last, in seconds. Default: the account's. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Time limit")
  @Summary("How long the call may last, in seconds. Default: the account's")
  @Example("3600")
  private Integer timeLimit;

  /** The caller that the participant sees, where it is not the one of from. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("Caller ID")
  @Summary("The caller that the participant sees, where it is not the one of from")
  @Example("+15557654321")
  private String callerId;

  /** The name that a called SIP address sees, 2 to 255 characters. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 4)
  @DisplayName("Caller display name")
  @Summary("The name that a called SIP address sees, 2 to 255 characters")
  @Example("Front desk")
  private String callerDisplayName;

  /** Why the call is made, shown on the called party's phone where branded calls are set up. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 5)
  @DisplayName("Call reason")
  @Summary("Why the call is made, shown on the called party's phone where branded calls are set up")
  @Example("Your appointment")
  private String callReason;

  /** The CallToken of an incoming call that is forwarded with its own caller ID. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 6)
  @DisplayName("Call token")
  @Summary("The CallToken of an incoming call that is forwarded with its own caller ID")
  private String callToken;

  /** The SID of the bring-your-own-carrier trunk that carries a call to a number, BY…. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 7)
  @DisplayName("BYOC trunk SID")
  @Summary("The SID of the bring-your-own-carrier trunk that carries a call to a number, BY…")
  @Example("BYXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String byoc;

  /** The user name for a call to a SIP address that asks for one. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 8)
  @DisplayName("SIP user name")
  @Summary("The user name for a call to a SIP address that asks for one")
  private String sipAuthUsername;

  /** The password for a call to a SIP address that asks for one. */
  @Parameter
  @Optional
  @Password
  @Placement(tab = ADVANCED_TAB, order = 9)
  @DisplayName("SIP password")
  @Summary("The password for a call to a SIP address that asks for one")
  private String sipAuthPassword;

  void addTo(String operation, ParticipantCreator creator) {
    creator.setTimeout(within(operation, "timeout", timeout, 5, 600))
        .setTimeLimit(timeLimit)
        .setCallerId(callerId)
        .setCallerDisplayName(callerDisplayName)
        .setCallReason(callReason)
        .setCallToken(callToken)
        .setByoc(byoc)
        .setSipAuthUsername(sipAuthUsername)
        .setSipAuthPassword(sipAuthPassword);
  }
}
