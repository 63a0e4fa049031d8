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
import org.muletwilio.internal.operation.DialAddress;
import org.muletwilio.internal.operation.DurationSeconds;

import java.net.URI;
import java.util.concurrent.TimeUnit;

import com.twilio.twiml.voice.Client;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Sip;
import com.twilio.twiml.voice.WhatsApp;

/** Who is connected with the caller, and who is told about it. */
public class DialParameters {

  /**
   * Who is called: a number in E.164 format, <code>client:name</code>, <code>sip:name@example.com</code> or
   * <code>whatsapp:+15551234567</code>, which needs a <code>callerId</code>. This or a conference is needed.
   */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Number")
  @Summary("Who is called: a number in E.164 format, client:name, sip:name@example.com or whatsapp:+15551234567, which needs a "
      + "callerId. This or a conference is needed")
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

  /** The number that the called party sees, of WhatsApp calls one of your WhatsApp senders. Default: the caller's number. */
  @Parameter
  @Optional
  @Placement(order = 7)
  @DisplayName("Caller ID")
  @Summary("The number that the called party sees; of WhatsApp calls one of your WhatsApp senders, such as "
      + "whatsapp:+15557654321. Default: the caller's number")
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
    } else {
      connect(dial, operation, urls);
    }
    return dial.build();
  }

  private void connect(Dial.Builder dial, String operation, CallbackUrls urls) {
    DialAddress address = address(operation);
    java.util.Optional<String> told = statusCallback(urls, CallbackKind.CALL_STATUS);
    switch (address.getKind()) {
      case CLIENT:
        Client.Builder client = new Client.Builder(address.getContent());
        told.ifPresent(url -> client.statusCallback(url).statusCallbackEvents(asList(Client.Event.values())));
        dial.client(client.build());
        break;
      case SIP:
        Sip.Builder sip = new Sip.Builder(URI.create(address.getContent()));
        told.ifPresent(url -> sip.statusCallback(url).statusCallbackEvents(asList(Sip.Event.values())));
        dial.sip(sip.build());
        break;
      case WHATSAPP:
        requireThat(DialAddress.isWhatsApp(callerId), operation, "number is '" + Excerpt.of(number)
            + "': WhatsApp calls need a callerId that is one of your WhatsApp senders, such as whatsapp:+15557654321");
        WhatsApp.Builder whatsApp = new WhatsApp.Builder(address.getContent());
        told.ifPresent(url -> whatsApp.statusCallback(url).statusCallbackEvents(asList(WhatsApp.Event.values())));
        dial.whatsApp(whatsApp.build());
        break;
      default:
        Number.Builder phone = new Number.Builder(address.getContent());
        told.ifPresent(url -> phone.statusCallback(url).statusCallbackEvents(asList(Number.Event.values())));
        dial.number(phone.build());
        break;
    }
  }

  private DialAddress address(String operation) {
    try {
      return DialAddress.parse(number);
    } catch (IllegalArgumentException e) {
      throw invalid(operation, "number " + e.getMessage());
    }
  }

  private Conference conference(CallbackUrls urls) {
    Conference.Builder builder = new Conference.Builder(conference);
    statusCallback(urls, CallbackKind.CONFERENCE_STATUS).ifPresent(url -> builder.statusCallback(url)
        .statusCallbackEvents(asList(Conference.Event.values())));
    return builder.build();
  }

  private java.util.Optional<String> statusCallback(CallbackUrls urls, CallbackKind kind) {
    return urls.of(kind, "status-callback-flow-ref", statusCallbackFlow, "statusCallbackUrl", statusCallbackUrl);
  }
}
