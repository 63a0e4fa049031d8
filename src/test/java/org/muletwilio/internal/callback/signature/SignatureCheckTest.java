package org.muletwilio.internal.callback.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.trust.AccountAuthTokens;
import org.muletwilio.internal.callback.trust.AuthToken;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

/** Whose signature is believed for which account. */
class SignatureCheckTest {

  private static final String URL = "https://example.com/x";
  private static final AccountAuthTokens TOKENS =
      AccountAuthTokens.of(List.of(new AuthToken("current"), new AuthToken("previous")), Map.of("AC2", new AuthToken("sub")));
  private static final SignatureCheck CHECK = new SignatureCheck(TOKENS, true);

  @Test
  void everyOwnTokenIsTrusted() throws Exception {
    assertTrue(accepts("current", "AC1"));
    assertTrue(accepts("previous", "AC1"));
    assertTrue(accepts("current"));
    assertFalse(accepts("other", "AC1"));
  }

  @Test
  void aSubaccountSpeaksForItselfAlone() throws Exception {
    assertTrue(accepts("sub", "AC2"));
    assertFalse(accepts("sub", "AC1"));
    assertFalse(accepts("sub", "AC3"));
    assertFalse(accepts("sub"));
    assertFalse(accepts("current", "AC2"));
  }

  @Test
  void aSubaccountCannotHideBehindASecondSid() throws Exception {
    assertFalse(accepts("sub", "AC2", "AC1"));
    assertFalse(accepts("sub", "AC1", "AC2"));
    assertFalse(CHECK.accepts(request("?AccountSid=AC2", signature("sub", URL, "AC1")), URL, form("AC1")));
    assertTrue(accepts("sub", "AC2", "AC2"));
  }

  @Test
  void theSidOfAGetIsInItsQuery() throws Exception {
    String url = URL + "?AccountSid=AC2";
    assertTrue(CHECK.accepts(request("?AccountSid=AC2", signature("sub", url)), url, form()));
    assertFalse(CHECK.accepts(request("?AccountSid=AC2", signature("current", url)), url, form()));
  }

  @Test
  void withoutTheAuthTokenSubaccountsAloneAreTrusted() throws Exception {
    AccountAuthTokens tokens = AccountAuthTokens.withoutAuthToken(new AuthToken("api secret"), Map.of("AC2", new AuthToken("sub")));
    SignatureCheck check = new SignatureCheck(tokens, true);
    assertTrue(check.accepts(request("", signature("sub", URL, "AC2")), URL, form("AC2")));
    assertFalse(check.accepts(request("", signature("api secret", URL, "AC1")), URL, form("AC1")));
    assertEquals(1, check.getTrusted().size());
    assertTrue(tokens.canCheckSignatures());
    assertFalse(AccountAuthTokens.withoutAuthToken(new AuthToken("x"), Map.of()).canCheckSignatures());
    assertFalse(AccountAuthTokens.NONE.canCheckSignatures());
  }

  private static boolean accepts(String token, String... accountSids) throws Exception {
    return CHECK.accepts(request("", signature(token, URL, accountSids)), URL, form(accountSids));
  }

  private static CallbackBody form(String... accountSids) {
    String text = Stream.of(accountSids).map(sid -> "AccountSid=" + sid).collect(joining("&"));
    return CallbackBody.of(Optional.empty(), text.getBytes(UTF_8)).orElseThrow();
  }

  private static CallbackRequest request(String query, String signature) {
    return CallbackRequest.of(HttpRequest.builder().method("POST").uri("http://localhost:8081/x" + query)
        .addHeader("X-Twilio-Signature", signature).entity(new EmptyHttpEntity()).build()).orElseThrow();
  }

  private static String signature(String token, String url, String... accountSids) throws Exception {
    StringBuilder signed = new StringBuilder(url);
    Map<String, String> unique = new TreeMap<>();
    for (String sid : accountSids) {
      unique.put(sid, sid);
    }
    unique.keySet().forEach(sid -> signed.append("AccountSid").append(sid));
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
  }
}
