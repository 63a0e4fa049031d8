package org.muletwilio.benchmarks.mule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.concurrent.Callable;

import org.mule.runtime.api.component.execution.ExecutableComponent;
import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.api.component.execution.InputEvent;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.component.location.Location;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.client.HttpClientConfiguration;
import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.benchmarks.outbound.Senders;
import org.muletwilio.benchmarks.server.Account;
import org.muletwilio.benchmarks.server.ServerControl;
import org.muletwilio.testkit.mule.EmbeddedMule;

/** {@code connector} runs a flow with one twilio:send-message for each message, {@code http} sends the same by Mule's HTTP client. */
public final class MuleSender {

  private MuleSender() {}

  public static void main(String[] arguments) throws Exception {
    ServerControl control = new ServerControl();
    EmbeddedMule mule = new Application(arguments[0], 1, 1, "PASS").start();
    control.serve(new Senders(arguments[1].equals("connector") ? flow(mule) : client(mule, arguments[0])));
    System.exit(0);
  }

  private static Callable<?> flow(EmbeddedMule mule) {
    ExecutableComponent flow = (ExecutableComponent) mule.lookup(ConfigurationComponentLocator.class)
        .find(Location.builder().globalName("send-with-Twilio1").build()).orElseThrow();
    return () -> {
      ExecutionResult result = flow.execute(InputEvent.create().message(Message.of("go"))).get();
      result.complete();
      return null;
    };
  }

  private static Callable<?> client(EmbeddedMule mule, String twilio) {
    HttpClient client = mule.services().httpService().getClientFactory()
        .create(new HttpClientConfiguration.Builder().setName("benchmark").build());
    client.start();
    String login = "Basic " + Base64.getEncoder().encodeToString((Account.SID + ":" + Account.AUTH_TOKEN).getBytes(UTF_8));
    byte[] body = ("To=" + encoded(Senders.TO) + "&From=" + encoded(Senders.FROM) + "&Body=" + encoded(Senders.BODY)
        + "&StatusCallback=" + encoded(Account.PUBLIC_ORIGIN + Account.PATH)).getBytes(UTF_8);
    return () -> {
      HttpRequest request = HttpRequest.builder().method("POST")
          .uri(twilio + "/2010-04-01/Accounts/" + Account.SID + "/Messages.json").addHeader("Authorization", login)
          .addHeader("Content-Type", "application/x-www-form-urlencoded").entity(new ByteArrayHttpEntity(body)).build();
      try (InputStream answer = client.send(request, 30_000, false, null).getEntity().getContent()) {
        return answer.readAllBytes();
      }
    };
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
