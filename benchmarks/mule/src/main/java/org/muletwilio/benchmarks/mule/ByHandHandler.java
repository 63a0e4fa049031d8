package org.muletwilio.benchmarks.mule;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;

import org.muletwilio.benchmarks.server.Account;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

import com.twilio.security.RequestValidator;

/** What a user of Mule writes who has no connector: the form, the SDK's check, the flow. */
final class ByHandHandler implements RequestHandler {

  private final RequestValidator validator = new RequestValidator(Account.AUTH_TOKEN);
  private final NamedFlow flow;

  ByHandHandler(NamedFlow flow) {
    this.flow = flow;
  }

  @Override
  public void handleRequest(HttpRequestContext context, HttpResponseReadyCallback response) {
    HttpRequest request = context.getRequest();
    try (InputStream content = request.getEntity().getContent()) {
      Map<String, String> fields = fieldsOf(new String(content.readAllBytes(), UTF_8));
      String signature = request.getHeaderValue("x-twilio-signature");
      if (signature == null || !validator.validate(Account.PUBLIC_ORIGIN + Account.PATH, fields, signature)) {
        Answers.send(403, response);
        return;
      }
      flow.run(Message.of(fields)).thenAccept(status -> Answers.send(status, response));
    } catch (IOException e) {
      Answers.send(400, response);
    }
  }

  private static Map<String, String> fieldsOf(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String field : form.split("&")) {
      int equals = field.indexOf('=');
      fields.put(URLDecoder.decode(field.substring(0, equals), UTF_8), URLDecoder.decode(field.substring(equals + 1), UTF_8));
    }
    return fields;
  }
}
