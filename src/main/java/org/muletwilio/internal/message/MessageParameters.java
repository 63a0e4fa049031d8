package org.muletwilio.internal.message;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
import static org.muletwilio.internal.error.TwilioError.INVALID_REQUEST;
import static org.muletwilio.internal.operation.Validation.isEmpty;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.values.OfValues;

import org.muletwilio.internal.application.ApplicationSids;
import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.operation.DurationSeconds;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.HttpUrls;
import org.muletwilio.internal.operation.TextValues;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A message to send. */
public class MessageParameters {

  /** As ISO 8601 has it, also with an offset without its colon, and as Java and DataWeave write a time zone. */
  private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().parseCaseInsensitive()
      .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME).appendPattern("[XXX][XX][X]['['VV']']").toFormatter(Locale.ROOT)
      .withResolverStyle(ResolverStyle.STRICT);

  /** The recipient: a number in E.164 format, or a channel address such as <code>whatsapp:+15551234567</code>. */
  @Parameter
  @Placement(order = 1)
  @DisplayName("To")
  @Summary("The recipient: a number in E.164 format, or a channel address such as whatsapp:+15551234567")
  @Example("+15551234567")
  private String to;

  /** The sender: a number, short code, sender ID or channel address of the account. This or a messaging service is needed. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("From")
  @Summary("The sender: a number, short code, sender ID or channel address of the account. This or a messaging service is needed")
  @Example("+15557654321")
  @OfValues(MessageSenders.class)
  private String from;

  /** The SID of the messaging service that sends, <code>MG…</code>. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("Messaging service SID")
  @Summary("The SID of the messaging service that sends, MG…")
  @Example("MGXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(MessagingServiceSids.class)
  private String messagingServiceSid;

  /** The text, up to 1600 characters. This, media or a content template is needed. */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Body")
  @Summary("The text, up to 1600 characters. This, media or a content template is needed")
  @Example("Your order is on its way")
  private String body;

  /** Public URLs of up to ten images or other media to send. */
  @Parameter
  @Optional
  @Placement(order = 5)
  @DisplayName("Media URLs")
  @Summary("Public URLs of up to ten images or other media to send")
  private List<String> mediaUrls;

  /** The SID of a content template, <code>HX…</code>. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Content SID")
  @Summary("The SID of a content template, HX…")
  @Example("HXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(ContentSids.class)
  private String contentSid;

  /** The values of the content template's variables, by name. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Content variables")
  @Summary("The values of the content template's variables, by name")
  private Map<String, String> contentVariables;

  /**
   * When Twilio is to send the message, as ISO 8601 with an offset; from 15 minutes to 35 days ahead. Needs a messaging
   * service. Default: now.
   */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("Send at")
  @Summary("When Twilio is to send the message, as ISO 8601 with an offset. Needs a messaging service. Default: now")
  @Example("2030-01-31T09:00:00Z")
  private String sendAt;

  /** How long Twilio may keep the message before it is sent, up to 10 hours; then it fails. Default: 10 hours. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 4)
  @DisplayName("Validity period")
  @Summary("How long the message may wait to be sent before it fails, in the unit of validityPeriodUnit. Default: 10 hours")
  @Example("3600")
  private Integer validityPeriod;

  /** The unit of the validity period. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Placement(tab = ADVANCED_TAB, order = 5)
  @DisplayName("Validity period unit")
  @Summary("The unit of the validity period. Default: SECONDS")
  private TimeUnit validityPeriodUnit;

  /** The SID of the application whose URL receives the status, <code>AP…</code>, instead of a status callback here. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 6)
  @DisplayName("Application SID")
  @Summary("The SID of the application whose URL receives the status, AP…, instead of a status callback here")
  @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(ApplicationSids.class)
  private String applicationSid;

  java.util.Optional<String> getApplicationSid() {
    return java.util.Optional.ofNullable(applicationSid).filter(sid -> !isEmpty(sid));
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @return the request for this message
   * @throws TwilioException if Twilio would not accept it, naming what is wrong
   */
  FormRequest toRequest(String operation) {
    check(operation);
    return FormRequest.to("Messages")
        .with("To", to)
        .with("From", isEmpty(from) ? null : from)
        .with("MessagingServiceSid", isEmpty(messagingServiceSid) ? null : messagingServiceSid)
        .with("Body", isEmpty(body) ? null : body)
        .with("MediaUrl", media(operation))
        .with("ContentSid", isEmpty(contentSid) ? null : contentSid)
        .with("ContentVariables", contentVariables == null || contentVariables.isEmpty() ? null : variables(operation))
        .with("SendAt", isEmpty(sendAt) ? null : time(operation))
        .with("ScheduleType", isEmpty(sendAt) ? null : "fixed")
        .with("ValidityPeriod",
              DurationSeconds.of(operation, "validityPeriod", validityPeriod, validityPeriodUnit, 1, 36_000))
        .with("ApplicationSid", getApplicationSid());
  }

  private void check(String operation) {
    boolean noMedia = mediaUrls == null || mediaUrls.isEmpty();
    boolean noVariables = contentVariables == null || contentVariables.isEmpty();
    requireThat(!isEmpty(to), operation, "to is empty: a message needs a recipient");
    requireThat(!isEmpty(from) || !isEmpty(messagingServiceSid), operation,
            "has no sender for the message to '" + Excerpt.of(to) + "': set from or messagingServiceSid");
    requireThat(!isEmpty(body) || !noMedia || !isEmpty(contentSid), operation,
            "has no content for the message to '" + Excerpt.of(to) + "': set body, mediaUrls or contentSid");
    requireThat(noVariables || !isEmpty(contentSid), operation, "has contentVariables without the contentSid of their template");
    requireThat(isEmpty(sendAt) || !isEmpty(messagingServiceSid), operation,
            "sendAt is '" + Excerpt.of(sendAt) + "': only a messaging service can send later, set messagingServiceSid");
  }

  private List<URI> media(String operation) {
    List<URI> media = new ArrayList<>();
    TextValues.in(operation, "mediaUrls", mediaUrls)
        .forEach(url -> media.add(HttpUrls.require(operation, "mediaUrls holds", url)));
    return media;
  }

  private Instant time(String operation) {
    try {
      return TIME.parse(sendAt.trim(), Instant::from).truncatedTo(SECONDS);
    } catch (DateTimeException e) {
      throw new TwilioException(INVALID_REQUEST, operation + ": sendAt is '" + Excerpt.of(sendAt)
          + "': write it as 2030-01-31T09:00:00Z or 2030-01-31T09:00:00+01:00");
    }
  }

  /** Twilio takes no variable that is null, empty or not a text. */
  private String variables(String operation) {
    try {
      Map<String, String> texts = TextValues.in("contentVariables", contentVariables);
      texts.forEach((name, text) -> requireThat(!isEmpty(text), operation, "contentVariables has no text for '" + Excerpt.of(name)
          + "': Twilio refuses an empty one. Leave it out, and the template's own value is taken"));
      return new ObjectMapper().writeValueAsString(texts);
    } catch (IllegalArgumentException | JsonProcessingException e) {
      throw new TwilioException(INVALID_REQUEST, operation + ": " + e.getMessage(), e);
    }
  }
}
