package org.muletwilio.simulator.page;

import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.Forgery;
import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.resource.Form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The paths that send callbacks when somebody asks for them. */
final class CallbackPaths {

  private final SimulatorCore simulator;
  private final WebState state;

  CallbackPaths(SimulatorCore simulator, WebState state) {
    this.simulator = simulator;
    this.state = state;
  }

  List<WebPath> paths() {
    WebParameter signature = WebParameter.choice("signature", "none", "wrong");
    WebParameter url = WebParameter.address("url");
    WebParameter method = WebParameter.choice("method", "GET", "POST");
    return List.of(
        WebPath.get("callbacks/{number}", "all about one callback", request -> number(request).flatMap(state::callback)),
        WebPath.post("callbacks/{number}/repeat", "sends it once more as it was, with its idempotency token",
                     request -> known(request).map(simulator.adHocCallbacks()::repeat).map(one -> answered("Repeated", one))),
        WebPath.post("callbacks/{number}/resend", "sends it with other fields, or JSON, or to another address, signed anew",
                     request -> known(request).map(sent -> resend(sent, request)), method, url, WebParameter.form("fields"),
                     WebParameter.text("json")),
        WebPath.post("callbacks/{number}/curl", "a curl command that sends it once more, signed",
                     request -> known(request).map(sent -> Map.of("command", simulator.adHocCallbacks().curl(sent)))),
        WebPath.post("callbacks/{number}/forge", "sends it with a wrong signature or none",
                     request -> known(request).map(simulator.adHocCallbacks()::forge).map(one -> forge(one, request)), signature),
        WebPath.post("forge", "sends a message status with a wrong signature or none to an address",
                     request -> Optional.of(forge(simulator.adHocCallbacks().forge(address(request)), request)),
                     url.asRequired(), signature),
        WebPath.post("trigger", "sends a callback of any kind to an address, signed, although nothing happened for it",
                     request -> Optional.of(trigger(request)), WebParameter.choice("kind", kinds()).asRequired(),
                     url.asRequired(),
                     method, WebParameter.text("status"), WebParameter.form("fields"), WebParameter.text("json")));
  }

  private static String[] kinds() {
    return Stream.of(Callback.Kind.values()).map(kind -> kind.text().replace(' ', '-')).toArray(String[]::new);
  }

  private Optional<Long> number(WebRequest request) {
    return Optional.of(request.variable("number")).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
  }

  private Optional<CallbackAttempt> known(WebRequest request) {
    return number(request).flatMap(simulator.journals().callbacks()::find);
  }

  private static String forge(Forgery forgery, WebRequest request) {
    return answered("Forged", (request.optional("signature").orElse("none").equals("none") ? forgery.withoutSignature()
        : forgery.wrongSignature()).send());
  }

  private static String answered(String what, CallbackAttempt attempt) {
    return what + " callback: " + attempt.failure().orElseGet(() -> "answered " + attempt.status());
  }

  private String resend(CallbackAttempt sent, WebRequest request) {
    Callback before = sent.callback();
    String url = WebApi.address(request, "url", simulator.urls()).orElse(before.url());
    if (before.json().isPresent()) {
      return answered("Edited", simulator.adHocCallbacks()
          .resendJson(sent, url, request.optional("json").orElse(before.json().get())));
    }
    Form fields = request.form().first("fields").map(Form::parse).orElse(before.fields());
    return answered("Edited", simulator.adHocCallbacks().resend(sent, request.optional("method").orElse(before.method()),
        url, fields));
  }

  private String trigger(WebRequest request) {
    Optional<String> json = request.optional("json");
    if (json.isPresent()) {
      return answered("Triggered", simulator.adHocCallbacks().sendEvent(address(request), json.get()));
    }
    Callback.Kind kind = Callback.Kind.valueOf(request.text("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
    return answered("Triggered", simulator.adHocCallbacks()
        .trigger(kind, request.optional("method").orElse("POST"), address(request), request.optional("status"),
                 Form.parse(request.optional("fields").orElse(""))));
  }

  private String address(WebRequest request) {
    return WebApi.address(request, "url", simulator.urls()).orElseThrow(() -> new IllegalArgumentException("url is missing"));
  }
}
