package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.http.CallbackUrl;
import org.muletwilio.simulator.http.Routes;
import org.muletwilio.simulator.resource.Form;

import java.util.Optional;

/** Writes a callback as a command for a shell: signed, and to where its route leads. */
final class CurlCommand {

  private final CallbackSender sender;

  CurlCommand(CallbackSender sender) {
    this.sender = sender;
  }

  String of(CallbackAttempt sent) {
    Callback callback = sent.callback();
    Delivery delivery = Delivery.of(callback);
    CallbackUrl url = delivery.url();
    Optional<Routes.Destination> to = sender.destination(url);
    StringBuilder command = new StringBuilder("curl -i -X ").append(callback.method()).append(' ')
        .append(quoted(to.map(CurlCommand::address).orElseGet(() -> url.signed(false))));
    String signedUrl = url.signed(callback.kind().voice());
    for (Form.Field header : CallbackSender.headers(delivery, sent.idempotencyToken(),
                                                    sender.signerOf(callback).sign(signedUrl, delivery.signed()))) {
      boolean password = header.name().equals("Authorization");
      boolean needed = !header.name().equals("Host") || to.isPresent();
      if (needed && !header.name().equals("Accept")) {
        command.append(" \\\n  -H ").append(quoted(header.name() + ": " + (password ? "Basic …" : header.value())));
      }
    }
    if (!delivery.body().isEmpty()) {
      command.append(" \\\n  --data-raw ").append(quoted(delivery.body()));
    }
    return command.toString();
  }

  private static String address(Routes.Destination to) {
    String host = to.host().indexOf(':') < 0 ? to.host() : "[" + to.host() + "]";
    return (to.secure() ? "https://" : "http://") + host + ":" + to.port() + to.target();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
