package org.muletwilio.internal.callback.route;

import static java.util.Collections.emptyMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.trust.RouteSecret;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteShapeTest {

  private static final String PATH = "/twilio/callbacks";

  @Test
  void anAddressOfTheConfigIsKnownUnderAnyHostAndWithAnySecret() {
    for (String secret : List.of("one", "another")) {
      for (String host : List.of("https://old.ngrok.app", "http://127.0.0.1:8081", "https://mule.example.com:8443")) {
        for (String flow : List.of("answer", "a/b", "Grüezi ~ all", ".")) {
          String toSource = host + PATH + CallbackRoute.toSource("Twilio", CallbackKind.INBOUND_MESSAGE, flow)
              .pathAndQuery(new RouteSecret(secret)) + "#rp=ct,rt";
          String toFlow = host + PATH + new CallbackRoute("Twilio", CallbackKind.INBOUND_MESSAGE, flow, Optional.of("1"),
              emptyMap())
              .pathAndQuery(new RouteSecret(secret));
          assertTrue(fits(toSource), toSource);
          assertTrue(fits(toFlow), toFlow);
          assertEquals(flow, RouteShape.flowIn(toSource));
          assertTrue(RouteShape.leadsToSource(toSource), toSource);
          assertFalse(RouteShape.leadsToSource(toFlow), toFlow);
        }
      }
    }
  }

  @Test
  void thatOfAnotherConfigKindOrPathIsNot() {
    RouteSecret secret = new RouteSecret("one");
    assertFalse(fits("https://h" + PATH + CallbackRoute.toSource("Other", CallbackKind.INBOUND_MESSAGE,
        "answer").pathAndQuery(secret)));
    assertFalse(fits("https://h" + PATH + CallbackRoute.toSource("Twilio", CallbackKind.CALL_STATUS,
        "answer").pathAndQuery(secret)));
    assertFalse(fits("https://h/mule" + PATH
        + CallbackRoute.toSource("Twilio", CallbackKind.INBOUND_MESSAGE, "answer").pathAndQuery(secret)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://demo.twilio.com/welcome/sms/reply", "not a url", "https://h/twilio/callbacks/Twilio",
      "https://h/twilio/callbacks/Twilio/inbound-message/answer/token", "https://h/twilio/callbacks/Twilio/inbound-message/a/b/"
          + "0123456789012345678901", "https://h/?/twilio/callbacks/Twilio/inbound-message/answer/0123456789012345678901"})
  void thatOfSomebodyElseIsNot(String url) {
    assertFalse(fits(url));
  }

  @ParameterizedTest
  @CsvSource({"https://h/a, https://H/b?c#d, true", "https://h:8443/a, https://h:8443/b, true", "https://h/a, http://h/a, false",
      "https://h/a, https://h:8443/a, false", "https://h/a, https://h.example.com/a, false", "not a url, not a url, false",
      "/a, /a, false", "https://user@h/, https://h/, true"})
  void originsAreCompared(String url, String other, boolean same) {
    assertEquals(same, RouteShape.haveSameOrigin(url, other));
  }

  private static boolean fits(String url) {
    return RouteShape.fits(PATH, "Twilio", CallbackKind.INBOUND_MESSAGE, url);
  }
}
