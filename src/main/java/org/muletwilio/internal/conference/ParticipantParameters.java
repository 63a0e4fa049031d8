package org.muletwilio.internal.conference;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
import static org.muletwilio.internal.operation.Validation.isEmpty;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.values.OfValues;

import org.muletwilio.api.parameter.Beep;
import org.muletwilio.api.parameter.JitterBufferSize;
import org.muletwilio.internal.call.OutboundCallParameters;
import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.PathParameters;
import org.muletwilio.internal.operation.TwilioEnums;
import org.muletwilio.internal.phonenumber.Callers;

/** A participant to call into a conference. */
public class ParticipantParameters {

  private static final int LEAST_RINGING = 5;

  /** The conference's name, or the SID of one that runs, CF…. A new name starts a conference. */
  @Parameter
  @Placement(order = 1)
  @DisplayName("Conference")
  @Summary("The conference's name, or the SID of one that runs, CF…. A new name starts a conference")
  @Example("daily-standup")
  private String conference;

  /** Who is called: a number in E.164 format, sip:name@example.com, client:name, or app: and the SID of an application. */
  @Parameter
  @Placement(order = 2)
  @DisplayName("To")
  @Summary("Who is called: a number in E.164 format, sip:name@example.com, client:name, or app: and the SID of an application")
  @Example("+15551234567")
  private String to;

  /** The caller: a number or verified caller ID of the account, client:name, or the user part of a SIP address. */
  @Parameter
  @Placement(order = 3)
  @DisplayName("From")
  @Summary("The caller: a number or verified caller ID of the account, client:name, or the user part of a SIP address")
  @Example("+15557654321")
  @OfValues(Callers.class)
  private String from;

  /** A name for the participant, unique in the conference, by which it can be found later. */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Label")
  @Summary("A name for the participant, unique in the conference, by which it can be found later")
  @Example("agent-7")
  private String label;

  /** Whether the participant joins muted. Default: false. */
  @Parameter
  @Optional(defaultValue = "false")
  @Placement(order = 5)
  @DisplayName("Muted")
  @Summary("Whether the participant joins muted. Default: false")
  @Example("true")
  private boolean muted;

  /** When the conference hears a beep. Default: ALWAYS. */
  @Parameter
  @Optional
  @Placement(order = 6)
  @DisplayName("Beep")
  @Summary("When the conference hears a beep. Default: ALWAYS")
  private Beep beep;

  /** Whether the conference starts when the participant joins. Default: true. */
  @Parameter
  @Optional(defaultValue = "true")
  @Placement(order = 7)
  @DisplayName("Start conference on enter")
  @Summary("Whether the conference starts when the participant joins. Default: true")
  @Example("true")
  private boolean startConferenceOnEnter;

  /** Whether the conference ends when the participant leaves. Default: false. */
  @Parameter
  @Optional(defaultValue = "false")
  @Placement(order = 8)
  @DisplayName("End conference on exit")
  @Summary("Whether the conference ends when the participant leaves. Default: false")
  @Example("true")
  private boolean endConferenceOnExit;

  /** The name that a called SIP address sees, 2 to 255 characters. */
  @Parameter
  @Optional
  @Placement(order = 9)
  @DisplayName("Caller display name")
  @Summary("The name that a called SIP address sees, 2 to 255 characters")
  @Example("Front desk")
  private String callerDisplayName;

  /** Whether the conference hears the call ring before it is answered. Default: true. */
  @Parameter
  @Optional(defaultValue = "true")
  @Placement(tab = ADVANCED_TAB, order = 31)
  @DisplayName("Early media")
  @Summary("Whether the conference hears the call ring before it is answered. Default: true")
  @Example("false")
  private boolean earlyMedia;

  /** The SID of the call of another participant, CA…, whom this one coaches; no other participant hears it. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 32)
  @DisplayName("Call SID to coach")
  @Summary("The SID of the call of another participant, CA…, whom this one coaches; no other participant hears it")
  @Example("CAXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String callSidToCoach;

  /** How much of the participant's audio is buffered to smooth it. Default: LARGE. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 33)
  @DisplayName("Jitter buffer size")
  @Summary("How much of the participant's audio is buffered to smooth it. Default: LARGE")
  private JitterBufferSize jitterBufferSize;

  /**
   * @param operation the operation's name in XML, for messages
   * @param call how the participant is called
   * @return the request for this participant
   * @throws TwilioException if Twilio would not accept it, naming what is wrong
   */
  FormRequest toRequest(String operation, OutboundCallParameters call) {
    requireThat(!isEmpty(conference), operation, "conference is empty: a participant needs a conference's name or SID");
    requireThat(!isEmpty(to), operation, "to is empty: there is nobody to call into the conference '" + Excerpt.of(conference)
        + "'");
    requireThat(!isEmpty(from), operation, "from is empty: the call to '" + Excerpt.of(to) + "' needs a caller");
    FormRequest request =
        FormRequest.to("Conferences", PathParameters.name(operation, "conference", conference), "Participants")
            .with("From", from)
            .with("To", to)
            .with("Label", label)
            .with("Muted", muted)
            .with("Beep", TwilioEnums.of(beep, Beep::getTwilioName))
            .with("StartConferenceOnEnter", startConferenceOnEnter)
            .with("EndConferenceOnExit", endConferenceOnExit)
            .with("EarlyMedia", earlyMedia)
            .with("Coaching", isEmpty(callSidToCoach) ? null : true)
            .with("CallSidToCoach", callSidToCoach)
            .with("JitterBufferSize", TwilioEnums.of(jitterBufferSize, JitterBufferSize::getTwilioName))
            .with("CallerDisplayName", callerDisplayName);
    call.addTo(operation, request, LEAST_RINGING);
    return request;
  }
}
