package org.muletwilio.simulator.twiml;

import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.CallbackSender;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.http.CallbackUrl;
import org.muletwilio.simulator.http.HttpAnswer;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Fetches TwiML from a user's server, or from the fallback URL if that fails. */
public final class TwimlFetcher {

  private static final Set<String> XML = Set.of("text/xml", "application/xml", "text/html");

  private final CallbackSender sender;

  public TwimlFetcher(CallbackSender sender) {
    this.sender = sender;
  }

  /** @param resource the call or message that it is for */
  public Twiml fetch(Callback.Kind kind, Resource resource, CallbackTarget target, Optional<CallbackTarget> fallback, Form fields)
      throws TwimlException {
    try {
      return fetch(kind, resource, target, fields);
    } catch (TwimlException e) {
      if (fallback.isEmpty()) {
        throw e;
      }
      Form why = Form.of("ErrorCode", String.valueOf(e.code()), "ErrorUrl", CallbackUrl.parse(target.url()).signed(false));
      return fetch(kind, resource, fallback.get(), fields.plus(why));
    }
  }

  private Twiml fetch(Callback.Kind kind, Resource resource, CallbackTarget target, Form fields) throws TwimlException {
    CallbackAttempt attempt;
    try {
      attempt = sender.send(Callback.of(kind, resource, target, fields), CallbackSender.newIdempotencyToken());
    } catch (IllegalArgumentException e) {
      throw new TwimlException(11100, e.getMessage());
    }
    HttpAnswer answer = attempt.answer().orElseThrow(() -> new TwimlException(11205, attempt.failure().orElse("No answer")));
    if (!answer.successful()) {
      throw new TwimlException(11200, "Answered " + answer.status());
    }
    return read(kind, target.url(), answer);
  }

  private static Twiml read(Callback.Kind kind, String url, HttpAnswer answer) throws TwimlException {
    String type = answer.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).split(";")[0].strip();
    if (kind == Callback.Kind.INBOUND_MESSAGE && answer.body().isBlank()) {
      return Twiml.parse(url, "<Response/>");
    }
    if (type.equals("text/plain")) {
      String verb = kind == Callback.Kind.INBOUND_MESSAGE ? "Message" : "Say";
      String escaped = answer.body().replace("&", "&amp;").replace("<", "&lt;");
      return Twiml.parse(url, "<Response><" + verb + ">" + escaped + "</" + verb + "></Response>");
    }
    if (!XML.contains(type)) {
      throw new TwimlException(12300, "Content type " + type + " is not TwiML");
    }
    return Twiml.parse(url, answer.body());
  }
}
