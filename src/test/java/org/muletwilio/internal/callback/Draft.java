package org.muletwilio.internal.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.http.api.domain.entity.InputStreamHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.request.HttpRequestBuilder;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.testkit.fuzz.RequestHash;
import org.muletwilio.testkit.fuzz.RequestSignature;
import org.muletwilio.testkit.http.HostileBody;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/** A request in the making: at first a genuine callback, then whatever is made of it. */
public final class Draft {

  private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

  public String method = "POST";
  public String target;
  public byte[] body;
  public String signature;
  public String contentType;
  /** Names and values in turn. */
  public final List<String> headers = new ArrayList<>();
  /** After how many bytes the body can't be read further, or -1. */
  public int breaksAt = -1;
  /** How it is then. */
  public HostileBody.Kind breaksBy = HostileBody.Kind.FAILING;

  private Draft(String target, String body, String signed, String contentType) {
    this.target = target;
    this.body = body.getBytes(UTF_8);
    this.signature = RequestSignature.sha1(ReceiverFixture.SECRET, ReceiverFixture.ORIGIN + target + signed);
    this.contentType = contentType;
  }

  public static Draft form() {
    return new Draft(ReceiverFixture.target(CallbackKind.MESSAGE_STATUS), "MessageSid=SM1&MessageStatus=sent&Body=%C3%BC+1",
                     "Bodyü 1MessageSidSM1MessageStatussent", FORM);
  }

  /** @param namesAndValues in turn, as the body is to have them */
  public static Draft form(String... namesAndValues) {
    StringJoiner body = new StringJoiner("&");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.add(FormFields.encode(namesAndValues[i]) + "=" + FormFields.encode(namesAndValues[i + 1]));
    }
    return new Draft(ReceiverFixture.target(CallbackKind.MESSAGE_STATUS), body.toString(), "", FORM);
  }

  public static Draft json() {
    String json = "[{\"type\":\"com.twilio\"}]";
    return new Draft(ReceiverFixture.target(CallbackKind.EVENT) + "&bodySHA256=" + RequestHash.sha256(json), json, "",
        "application/json");
  }

  /** Signs the address and the fields of the body. */
  public void signFormWith(String authToken) {
    signature = RequestSignature.sha1(authToken,
        RequestSignature.signed(ReceiverFixture.ORIGIN + target, new String(body, UTF_8)));
  }

  /** Signs the address alone. */
  public void signAddressWith(String authToken) {
    signature = RequestSignature.sha1(authToken, ReceiverFixture.ORIGIN + target);
  }

  /** @return the request as Mule's HTTP service gives it, which reads an address when it is asked for it */
  public HttpRequest request() {
    HttpRequestBuilder builder = HttpRequest.builder().method(method).uri("http://x/")
        .entity(new InputStreamHttpEntity(content()));
    if (signature != null) {
      builder.addHeader("X-Twilio-Signature", signature);
    }
    if (contentType != null) {
      builder.addHeader("Content-Type", contentType);
    }
    for (int i = 0; i < headers.size(); i += 2) {
      builder.addHeader(headers.get(i), headers.get(i + 1));
    }
    HttpRequest request = builder.build();
    Map<String, Function<Object[], Object>> answers = Map.of("getUri", arguments -> URI.create(target),
        "getPath", arguments -> target.replaceAll("(?s)[?#].*", ""),
        "getMethod", arguments -> method, "getEntity", arguments -> request.getEntity(),
        "getHeaderValue", arguments -> request.getHeaderValue((String) arguments[0]),
        "getHeaderValues", arguments -> request.getHeaderValues((String) arguments[0]));
    return Fakes.of(HttpRequest.class, answers);
  }

  /** @return the same request, which fails where anything is called but this */
  public static HttpRequest only(HttpRequest request, String... methods) {
    return (HttpRequest) Proxy.newProxyInstance(Draft.class.getClassLoader(), new Class<?>[] {HttpRequest.class},
        (proxy, method, arguments) -> {
          if (!List.of(methods).contains(method.getName())) {
            throw new AssertionError("nobody needs " + method.getName() + " yet");
          }
          return method.invoke(request, arguments);
        });
  }

  private InputStream content() {
    return breaksAt >= 0 ? new HostileBody(breaksBy, Arrays.copyOf(body, Math.min(breaksAt, body.length)))
        : new ByteArrayInputStream(body) {

          @Override
          public synchronized int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(length, 7000));
          }
        };
  }

  @Override
  public String toString() {
    return method + " " + target + " " + signature + " " + contentType + " " + headers + " " + body.length + " bytes "
        + new String(body, 0, Math.min(100, body.length), UTF_8) + (breaksAt < 0 ? "" : " breaks at " + breaksAt);
  }
}
