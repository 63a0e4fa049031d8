package org.muletwilio.testkit.catalogue;

import static org.muletwilio.api.callback.CallbackKind.CALLER_ID_STATUS;
import static org.muletwilio.api.callback.CallbackKind.CALL_FALLBACK;
import static org.muletwilio.api.callback.CallbackKind.CALL_INSTRUCTIONS;
import static org.muletwilio.api.callback.CallbackKind.CALL_STATUS;
import static org.muletwilio.api.callback.CallbackKind.CONFERENCE_STATUS;
import static org.muletwilio.api.callback.CallbackKind.CONFERENCE_WAIT;
import static org.muletwilio.api.callback.CallbackKind.CONNECT_DEAUTHORIZATION;
import static org.muletwilio.api.callback.CallbackKind.CONVERSATION_PRE_EVENT;
import static org.muletwilio.api.callback.CallbackKind.EVENT;
import static org.muletwilio.api.callback.CallbackKind.INBOUND_MESSAGE;
import static org.muletwilio.api.callback.CallbackKind.INBOUND_MESSAGE_FALLBACK;
import static org.muletwilio.api.callback.CallbackKind.MACHINE_DETECTION;
import static org.muletwilio.api.callback.CallbackKind.MESSAGE_STATUS;
import static org.muletwilio.api.callback.CallbackKind.PROXY_INTERCEPT;
import static org.muletwilio.api.callback.CallbackKind.RECORDING_STATUS;
import static org.muletwilio.api.callback.CallbackKind.TASK_ASSIGNMENT;
import static org.muletwilio.api.callback.CallbackKind.TRANSCRIPTION_STATUS;
import static org.muletwilio.api.callback.CallbackKind.WEBHOOK;

import org.muletwilio.api.callback.CallbackKind;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which parameters take a URL that Twilio calls, and what it calls back about: the one thing that the SDK doesn't know. The first
 * rule that fits counts.
 */
final class CallbackRules {

  private static final List<Rule> RULES = List.of(
      // URLs deep in JSON bodies, by the SDK's class of the object that has them
      yes(".*\\.voice\\.v2\\.Recording\\$\\w*StatusCallback", "url", RECORDING_STATUS),
      yes(".*\\.voice\\.v2\\.Transcription\\$\\w*StatusCallback", "url", TRANSCRIPTION_STATUS),
      yes(".*\\.conversations\\.v2\\.Configuration\\$\\w*StatusCallback\\w*", "url", EVENT),
      yes(".*\\.intelligence\\.v3\\.Configuration\\$Action", "url", EVENT),
      yes(".*", "DeauthorizeCallbackUrl", CONNECT_DEAUTHORIZATION),
      // URLs that are shown to people, or that lead to Twilio's own media
      no(".*", "(?i).*(PrivacyPolicy|TermsAndConditions|OptInImage|Homepage|Website|Media|AwsS3|Sip|Plugin|Embedded|Picture|Logo"
          + "|Icon|Image|Document|Authorize|Friendly).*Urls?(Sample)?"),
      // Twilio Video fetches this for its compositions' tracks; a virtual parameter of an outside service
      no(".*", "(?i).*(Domain|Base|Origin)Url"),
      // Messages
      yes(".*/Messages\\.json", "StatusCallback", MESSAGE_STATUS),
      yes(".*", "SmsStatusCallback|MessageStatusCallback", MESSAGE_STATUS),
      yes("messaging.*/Services.*", "StatusCallback", MESSAGE_STATUS),
      yes(".*", "(webhook\\.)?status_callback_url", MESSAGE_STATUS),
      yes(".*", "(?i)SmsUrl|InboundRequestUrl|(webhook\\.)?callback_url", INBOUND_MESSAGE),
      yes(".*", "(?i)SmsFallbackUrl|(webhook\\.)?fallback_url", INBOUND_MESSAGE_FALLBACK),
      yes("messaging.*", "FallbackUrl", INBOUND_MESSAGE_FALLBACK),
      // What Twilio waits for an answer to
      yes("taskrouter.*/Workflows.*", "(Fallback)?AssignmentCallbackUrl", TASK_ASSIGNMENT),
      yes("(?i)(conversations|chat|ip-?messaging).*", "PreWebhookUrl", CONVERSATION_PRE_EVENT),
      yes("(?i)(chat|ip-?messaging).*/Services.*", "Webhooks\\.On(Message(Send|Update|Remove)"
          + "|Channel(Add|Destroy|Update)|Member(Add|Remove))\\.Url", CONVERSATION_PRE_EVENT),
      yes("proxy.*", "InterceptCallbackUrl", PROXY_INTERCEPT),
      yes("proxy.*", "OutOfSessionCallbackUrl", WEBHOOK),
      // Calls and conferences
      yes(".*", "(?i)RecordingStatusCallback(Url)?|ConferenceRecordingStatusCallback", RECORDING_STATUS),
      yes(".*/Recordings.*", "(?i)RecordingStatusCallback", RECORDING_STATUS),
      yes(".*", "ConferenceStatusCallback", CONFERENCE_STATUS),
      yes(".*", "(Async)?AmdStatusCallback", MACHINE_DETECTION),
      yes(".*", "WaitUrl|HoldUrl", CONFERENCE_WAIT),
      yes(".*/Transcriptions.*", "StatusCallbackUrl", TRANSCRIPTION_STATUS),
      yes(".*/OutgoingCallerIds.*", "StatusCallback", CALLER_ID_STATUS),
      yes(".*", "(?i)VoiceFallbackUrl", CALL_FALLBACK),
      yes("api.*/Calls.*|voice.*|trunking.*", "FallbackUrl", CALL_FALLBACK),
      yes(".*", "(?i)VoiceUrl|AnnounceUrl|DisasterRecoveryUrl|CallUrl", CALL_INSTRUCTIONS),
      yes(".*/Calls(/\\{\\w+})?\\.json", "Url", CALL_INSTRUCTIONS),
      yes(".*/Queues/\\{\\w+}/Members.*", "Url", CALL_INSTRUCTIONS),
      yes(".*/Reservations.*", "RedirectUrl", CALL_INSTRUCTIONS),
      yes(".*/(Calls(/\\{\\w+})?|Participants|IncomingPhoneNumbers(/\\{\\w+}|/Local|/Mobile|/TollFree)?|Applications(/\\{\\w+})?"
          + "|Domains(/\\{\\w+})?)\\.json", "StatusCallback", CALL_STATUS),
      yes(".*", "VoiceStatusCallbackUrl|CallStatusCallbackUrl", CALL_STATUS),
      // A webhook of a service, wherever its URL stands
      yes(".*/(Webhooks|Sinks).*", "Configuration\\.Url|Url|SinkConfiguration", EVENT),
      yes(".*/ConfigurationWebhooks?.*", "Url", EVENT),
      yes(".*", "(Integration|AutoCreation|Webhooks\\.\\w+)\\.(Webhook)?Url", EVENT),
      yes(".*", "(?i).*(Callback|Webhook|Notification|Commands)Url|.*StatusCallback|Callback", EVENT));

  private CallbackRules() {}

  /**
   * @param api the name of the API, with its version
   * @param path the path of the operation
   * @param parameter its name
   * @return what Twilio calls back about, or empty where it never calls that URL
   */
  static Optional<CallbackKind> kindOf(String api, String path, String parameter) {
    return RULES.stream().filter(rule -> rule.fits(api + path, parameter)).findFirst().flatMap(Rule::kind);
  }

  /** @return the mark of a parameter in the catalogue: its kind behind an at sign, or nothing where Twilio never calls it */
  static String markOf(String api, String path, String parameter, String type) {
    // An object of Event Streams, whose destination is the URL
    boolean takesUrl = type.equals("s") || type.equals("u") || parameter.equals("SinkConfiguration");
    return takesUrl ? kindOf(api, path, parameter).map(kind -> "@" + kind.name()).orElse("") : "";
  }

  private static Rule yes(String place, String parameter, CallbackKind kind) {
    return new Rule(Pattern.compile(place), Pattern.compile(parameter), Optional.of(kind));
  }

  private static Rule no(String place, String parameter) {
    return new Rule(Pattern.compile(place), Pattern.compile(parameter), Optional.empty());
  }

  private record Rule(Pattern place, Pattern parameter, Optional<CallbackKind> kind) {

    private boolean fits(String wherever, String name) {
      return place.matcher(wherever).matches() && parameter.matcher(name).matches();
    }
  }
}
