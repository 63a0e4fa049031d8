package org.muletwilio.benchmarks.callback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.benchmarks.server.Account;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.twilio.security.RequestValidator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That callbacks are genuine and no two the same. */
class CallbacksTest {

  private static final String URL = Account.PUBLIC_ORIGIN + "/twilio/callbacks/a/b?context=0-x";

  private final RequestValidator validator = new RequestValidator(Account.AUTH_TOKEN);

  @ParameterizedTest
  @EnumSource(CallbackFields.class)
  void theSdkTakesEveryOne(CallbackFields fields) {
    Callbacks callbacks = new Callbacks(List.of(URL), fields);
    for (int i = 0; i < 1000; i++) {
      String request = next(callbacks);
      assertTrue(request.startsWith("POST /twilio/callbacks/a/b?context=0-x HTTP/1.1\r\nHost: callbacks.example.com\r\n"),
          request);
      Map<String, String> form = form(request);
      assertEquals(fields.of(1).keySet(), form.keySet());
      assertEquals(Integer.parseInt(header(request, "Content-Length")), body(request).length());
      assertTrue(validator.validate(URL, form, header(request, "X-Twilio-Signature")), request);
      form.put("AccountSid", "AC1");
      assertFalse(validator.validate(URL, form, header(request, "X-Twilio-Signature")));
    }
  }

  @ParameterizedTest
  @EnumSource(CallbackFields.class)
  void noTwoAreOfTheSameMessageOrHaveTheSameToken(CallbackFields fields) {
    Callbacks callbacks = new Callbacks(List.of(URL, URL + "1"), fields);
    Set<String> sids = new HashSet<>();
    Set<String> tokens = new HashSet<>();
    int number = 20_000;
    for (int i = 0; i < number; i++) {
      String request = next(callbacks);
      Map<String, String> form = form(request);
      String sid = form.getOrDefault("MessageSid", form.get("CallSid"));
      assertTrue(sid.matches("(SM|CA)[0-9a-f]{32}"), sid);
      assertEquals(sid, form.getOrDefault("SmsSid", sid));
      sids.add(sid);
      tokens.add(header(request, "I-Twilio-Idempotency-Token"));
    }
    assertEquals(number, sids.size());
    assertEquals(number, tokens.size());
    assertTrue(tokens.stream().allMatch(token -> token.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")));
  }

  private static String next(Callbacks callbacks) {
    ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
    callbacks.next(buffer);
    return new String(buffer.array(), 0, buffer.position(), ISO_8859_1);
  }

  private static String header(String request, String name) {
    int start = request.indexOf("\r\n" + name + ": ") + name.length() + 4;
    return request.substring(start, request.indexOf("\r\n", start));
  }

  private static String body(String request) {
    return request.substring(request.indexOf("\r\n\r\n") + 4);
  }

  private static Map<String, String> form(String request) {
    Map<String, String> form = new HashMap<>();
    for (String field : body(request).split("&")) {
      String[] parts = field.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }
}
