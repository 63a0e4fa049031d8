package org.muletwilio.internal.twiml;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

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
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.HttpUrls;
import org.muletwilio.internal.operation.TextValues;
import org.muletwilio.internal.operation.Validation;

import java.util.List;

import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Media;
import com.twilio.twiml.messaging.Message;

/** A message that answers an incoming message. */
public class ReplyParameters {

  /** The text. This or media is needed. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Body")
  @Summary("The text. This or media is needed")
  @Example("Thank you")
  private String body;

  /** Public URLs of images or other media to send. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Media URLs")
  @Summary("Public URLs of images or other media to send")
  private List<String> mediaUrls;

  /** The flow that runs when Twilio reports a new status of the message. It needs no source. */
  @Parameter
  @Optional
  @Alias("status-callback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 3)
  @DisplayName("Status callback flow")
  @Summary("The flow that runs when Twilio reports a new status of the message. It needs no source")
  @Example("sms-status")
  private String statusCallbackFlow;

  /** A URL of your own that Twilio calls with each new status, instead of a flow. */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Status callback URL")
  @Summary("A URL of your own that Twilio calls with each new status, instead of a flow")
  @Example("https://example.com/status")
  private String statusCallbackUrl;

  /**
   * @param operation the operation's name in XML, for messages
   * @param urls makes the URL
   * @return the verb
   */
  Message toVerb(String operation, CallbackUrls urls) {
    boolean noMedia = mediaUrls == null || mediaUrls.isEmpty();
    Validation.requireThat(!Validation.isEmpty(body) || !noMedia, operation, "has no content: set body or mediaUrls");
    Message.Builder message = new Message.Builder();
    if (!Validation.isEmpty(body)) {
      message.body(new Body.Builder(body).build());
    }
    TextValues.in(operation, "mediaUrls", mediaUrls)
        .forEach(url -> message.media(new Media.Builder(HttpUrls.require(operation, "mediaUrls holds", url)).build()));
    urls.of(CallbackKind.MESSAGE_STATUS, "status-callback-flow-ref", statusCallbackFlow, "statusCallbackUrl", statusCallbackUrl)
        .ifPresent(message::statusCallback);
    return message.build();
  }
}
