package org.muletwilio.internal.call;

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
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.phonenumber.Callers;

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
  @OfValues(Callers.class)
  private String from;

  /**
   * The SID of the application that has the instructions and callbacks of the call, <code>AP…</code>, instead of instructions
   * here.
   */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("Application SID")
  @Summary("The SID of the application that has the call's instructions, AP…, instead of instructions here")
  @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(ApplicationSids.class)
  private String applicationSid;

  /** Keys to press once the call is answered, up to 32: digits, * and #; w waits half a second, W a whole one. */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Send digits")
  @Summary("Keys to press once the call is answered: digits, * and #; w waits half a second, W a whole one")
  @Example("wwww1234#")
  private String sendDigits;

  java.util.Optional<String> getApplicationSid() {
    return java.util.Optional.ofNullable(applicationSid);
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @param call how it is placed
   * @return the request for this call, without its instructions
   * @throws TwilioException if Twilio would not accept it, naming what is wrong
   */
  FormRequest toRequest(String operation, OutboundCallParameters call) {
    requireThat(!isEmpty(to), operation, "to is empty: there is nobody to call");
    requireThat(!isEmpty(from), operation, "from is empty: the call to '" + Excerpt.of(to) + "' needs a caller");
    FormRequest request = FormRequest.to("Calls")
        .with("To", to)
        .with("From", from)
        .with("ApplicationSid", applicationSid)
        .with("SendDigits", sendDigits);
    call.addTo(operation, request, 1);
    return request;
  }
}
