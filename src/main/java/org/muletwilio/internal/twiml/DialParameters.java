package org.muletwilio.internal.twiml;

import static java.util.Arrays.asList;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;
import static org.muletwilio.internal.operation.Validation.invalid;
import static org.muletwilio.internal.operation.Validation.isEmpty;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.param.reference.FlowReference;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.DurationSeconds;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.TimeUnit;

import com.twilio.twiml.voice.Client;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Sip;

/** Who is connected with the caller, and who is told about it. */
public class DialParameters {

  private static final String CLIENT = "client:";
  private static final String SIP = "sip:";

  /**
   * Who is called: a number in E.164 format, <code>client:name</code> or <code>sip:name@example.com</code>. This or a conference
   * is needed.
   */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Number")
  @Summary("Who is called: a number in E.164 format, client:name or sip:name@example.com. This or a conference is needed")
  @Example("+15551234567")
  private String number;

  /** The name of the conference that the caller joins, instead of a number. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Conference")
  @Summary("The name of the conference that the caller joins, instead of a number")
  @Example("support")
  private String conference;

  /** The flow that answers with TwiML when the connection has ended. It needs no source. */
  @Parameter
  @Optional
  @Alias("action-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 3)
  @DisplayName("Action flow")
  @Summary("The flow that answers with TwiML when the connection has ended. It needs no source")
  @Example("goodbye")
  private String actionFlow;

  /** A URL of your own that answers when the connection has ended, instead of a flow. */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Action URL")
  @Summary("A URL of your own that answers when the connection has ended, instead of a flow")
  @Example("https://example.com/next")
  private String actionUrl;

  /** The flow that runs when the called number's or the conference's status changes. */
  @Parameter
  @Optional
  @Alias("status-callback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 5)
  @DisplayName("Status callback flow")
  @Summary("The flow that runs when the called number's or the conference's status changes")
  @Example("call-status")
  private String statusCallbackFlow;

  /** A URL of your own that Twilio calls with each new status, instead of a flow. */
  @Parameter
  @Optional
  @Placement(order = 6)
  @DisplayName("Status callback URL")
  @Summary("A URL of your own that Twilio calls with each new status, instead of a flow")
  @Example("https://example.com/status")
  private String statusCallbackUrl;

  /** The number that the called party sees. Default: the caller's number. */
  @Parameter
  @Optional
  @Placement(order = 7)
  @DisplayName("Caller ID")
  @Summary("The number that the called party sees. Default: the caller's number")
  @Example("+15557654321")
  private String callerId;

  /** How long the number may ring. Default: 30 seconds. */
  @Parameter
  @Optional
  @Placement(order = 8)
  @DisplayName("Timeout")
  @Summary("How long the number may ring, in the unit of timeoutUnit. Default: 30 seconds")
  @Example("30")
  private Integer timeout;

  /** The unit of the timeout. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Placement(order = 9)
  @DisplayName("Timeout unit")
  @Summary("The unit of the timeout. Default: SECONDS")
  private TimeUnit timeoutUnit;

  /**
   * @param operation the operation's name in XML, for messages
   * @param urls makes the URLs
   * @return the verb
   */
  Dial toVerb(String operation, CallbackUrls urls) {
    requireThat(!isEmpty(number) || !isEmpty(conference), operation, "has nobody to connect: set number or conference");
    requireThat(isEmpty(number) || isEmpty(conference), operation, "takes number ('" + Excerpt.of(number) + "') or conference ('"
        + Excerpt.of(conference) + "'), not both");
    Dial.Builder dial = new Dial.Builder();
    urls.of(CallbackKind.CALL_INSTRUCTIONS, "action-flow-ref", actionFlow, "actionUrl", actionUrl).ifPresent(dial::action);
    Integer seconds = DurationSeconds.of(operation, "timeout", timeout, timeoutUnit, 1, 600);
    if (seconds != null) {
      dial.timeout(seconds);
    }
    if (callerId != null) {
      dial.callerId(callerId);
    }
    if (isEmpty(number)) {
      dial.conference(conference(urls));
    } else if (isOf(CLIENT)) {
      dial.client(client(operation, urls));
    } else if (isOf(SIP)) {
      dial.sip(sip(operation, urls));
    } else {
      dial.number(number(urls));
    }
    return dial.build();
  }

  /** A scheme may be written in capitals. */
  private boolean isOf(String scheme) {
    return number.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private Number number(CallbackUrls urls) {
    Number.Builder builder = new Number.Builder(number);
    statusCallback(urls, CallbackKind.CALL_STATUS)
        .ifPresent(url -> builder.statusCallback(url).statusCallbackEvents(asList(Number.Event.values())));
    return builder.build();
  }

  private Client client(String operation, CallbackUrls urls) {
    String name = number.substring(CLIENT.length());
    requireThat(!isEmpty(name), operation, "number is '" + Excerpt.of(number) + "': the name of the client is missing");
    Client.Builder builder = new Client.Builder(name);
    statusCallback(urls, CallbackKind.CALL_STATUS)
        .ifPresent(url -> builder.statusCallback(url).statusCallbackEvents(asList(Client.Event.values())));
    return builder.build();
  }

  private Sip sip(String operation, CallbackUrls urls) {
    Sip.Builder builder = new Sip.Builder(sipUri(operation));
    statusCallback(urls, CallbackKind.CALL_STATUS)
        .ifPresent(url -> builder.statusCallback(url).statusCallbackEvents(asList(Sip.Event.values())));
    return builder.build();
  }

  private URI sipUri(String operation) {
    try {
      return new URI(number);
    } catch (URISyntaxException e) {
      throw invalid(operation, "number is '" + Excerpt.of(number) + "': it is not a SIP address such as sip:name@example.com");
    }
  }

  private Conference conference(CallbackUrls urls) {
    Conference.Builder builder = new Conference.Builder(conference);
    statusCallback(urls, CallbackKind.CONFERENCE_STATUS).ifPresent(url -> builder.statusCallback(url)
        .statusCallbackEvents(asList(Conference.Event.values())));
    return builder.build();
  }

  private java.util.Optional<URI> statusCallback(CallbackUrls urls, CallbackKind kind) {
    return urls.of(kind, "status-callback-flow-ref", statusCallbackFlow, "statusCallbackUrl", statusCallbackUrl);
  }
}
