package org.muletwilio.internal.call;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;
import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
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
import org.muletwilio.internal.callback.content.Twiml;
import org.muletwilio.internal.operation.CallbackUrls;

import java.util.ArrayList;
import java.util.List;

/** What a call does, and what it does if that can't be fetched. */
public class CallInstructions {

  private static final int SHOWN = 60;
  private static final int MOST_CHARACTERS = 4000;

  /** The flow whose payload is the TwiML that the call follows. It needs no source. */
  @Parameter
  @Optional
  @Alias("url-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 1)
  @DisplayName("Instructions flow")
  @Summary("The flow whose payload is the TwiML that the call follows. It needs no source")
  @Example("menu")
  private String urlFlow;

  /** A URL of your own that answers with the TwiML that the call follows, instead of a flow. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Instructions URL")
  @Summary("A URL of your own that answers with TwiML, instead of a flow")
  @Example("https://example.com/twiml")
  private String url;

  /** The TwiML that the call follows, up to 4000 characters, instead of a flow or a URL. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("TwiML")
  @Summary("The TwiML that the call follows, up to 4000 characters, instead of a flow or a URL")
  @Example("<Response><Say>Hello</Say></Response>")
  private String twiml;

  /** The flow that answers with TwiML when the instructions can't be fetched. */
  @Parameter
  @Optional
  @Alias("fallback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Fallback flow")
  @Summary("The flow that answers with TwiML when the instructions can't be fetched")
  @Example("apologise")
  private String fallbackFlow;

  /** A URL of your own that answers with TwiML when the instructions can't be fetched, instead of a flow. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Fallback URL")
  @Summary("A URL of your own that answers with TwiML when the instructions can't be fetched, instead of a flow")
  @Example("https://example.com/sorry")
  private String fallbackUrl;

  /** @return the ways to give instructions that are used, with their values */
  List<String> given() {
    List<String> given = new ArrayList<>();
    CallbackUrls.describe("url-flow-ref", urlFlow, "", null).ifPresent(given::add);
    CallbackUrls.describe("", null, "url", url).ifPresent(given::add);
    java.util.Optional.ofNullable(twiml).map(text -> "twiml '" + Excerpt.of(text, SHOWN) + "'").ifPresent(given::add);
    return given;
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @return the TwiML to send with the call, if there is some
   * @throws TwilioException if it is not TwiML, saying why
   */
  java.util.Optional<String> twiml(String operation) {
    return java.util.Optional.ofNullable(twiml).map(text -> {
      requireThat(!isEmpty(text), operation, "twiml is empty: set it to TwiML, or leave it out");
      requireThat(text.length() <= MOST_CHARACTERS, operation, "twiml has " + text.length() + " characters, and Twilio takes "
          + MOST_CHARACTERS + " at most: let a flow answer with it (url-flow-ref)");
      try {
        return Twiml.requireText(text);
      } catch (IllegalArgumentException e) {
        throw invalid(operation, "twiml can't be sent: " + e.getMessage());
      }
    });
  }

  java.util.Optional<String> url(CallbackUrls urls) {
    return urls.of(CallbackKind.CALL_INSTRUCTIONS, "url-flow-ref", urlFlow, "url", url);
  }

  java.util.Optional<String> fallbackUrl(CallbackUrls urls) {
    return urls.of(CallbackKind.CALL_FALLBACK, "fallback-flow-ref", fallbackFlow, "fallbackUrl", fallbackUrl);
  }
}
