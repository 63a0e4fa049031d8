package org.muletwilio.internal.callback.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.request.HttpRequestBuilder;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SigningKey;
import org.muletwilio.internal.callback.trust.SigningKeys;
import org.muletwilio.testkit.fuzz.RequestSignature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shared keys of Twilio's webhook configuration, and that neither they nor auth tokens can take the place of the other. */
class SharedKeysTest {

  private static final String HEADER = "X-Twilio-Webhooks-Signature-Settings";
  private static final String SETTINGS = "key=k1,algorithm=HMAC_SHA256";
  private static final String KEY = "sharedkey-secret-0001";
  private static final String TOKEN = "auth-token-0001";
  private static final String URL = "https://example.com/twilio/a/b?context=1";
  private static final String FORM = "From=%2B15005550006&MessageStatus=delivered";
  private static final String SIGNED = RequestSignature.signed(URL, FORM);
  private static final SignatureCheck CHECK = check(List.of(TOKEN), List.of(KEY));

  /** Made by another HMAC than this project's. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "?x=1 | | From=%2B15005550006&MessageSid=SM00000000000000000000000000000001&MessageStatus=delivered "
          + "| Es7T+6NPOcUIAW4oYouRT7VfByJaqTH+Xf4MNd7BFYg=",
      "?bodySHA256=85264246de8d570722726062407cde49dc5bb2c2569c179765b178e3ffe30825 | application/json | {\"CallSid\":\"CA1\"} "
          + "| 65/BUHSumH9+x4xBsUbdF9wvPckX76NrRcUInMhqXtg="})
  void vectors(String query, String contentType, String body, String signature) {
    String url = "https://example.com/twilio/a/b" + query;
    CallbackBody content = CallbackBody.of(Optional.ofNullable(contentType), body.getBytes(UTF_8)).orElseThrow();
    assertTrue(CallbackSignature.of(url, Set.of(), content, new SignedFields())
        .fits(signature, List.of(SigningKey.sharedKey(KEY))));
  }

  @Test
  void theHeaderSaysWhichKindOfKeySigned() {
    assertEquals("the own account", of(CHECK, RequestSignature.sha256(KEY, SIGNED), SETTINGS));
    assertEquals("the own account", of(CHECK, RequestSignature.sha256(KEY, SIGNED), "algorithm=HMAC_SHA256, key=other"));
    assertEquals("the own account", of(CHECK, RequestSignature.sha1(TOKEN, SIGNED)));
  }

  @Test
  void noKindStandsForTheOther() {
    for (String[] settings : new String[][] {{}, {SETTINGS}}) {
      for (String secret : List.of(KEY, TOKEN)) {
        for (boolean sha256 : new boolean[] {true, false}) {
          String signature = sha256 ? RequestSignature.sha256(secret, SIGNED) : RequestSignature.sha1(secret, SIGNED);
          boolean right = settings.length == 1 ? sha256 && secret.equals(KEY) : !sha256 && secret.equals(TOKEN);
          assertEquals(right ? "the own account" : "nobody", of(CHECK, signature, settings), secret + sha256 + settings.length);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "key=k1", "algorithm=", "algorithm=HMAC_SHA1", "key=k1,algorithm=HMAC_SHA1",
      "key=k1,algorithm=hmac_sha256", "key=k1,algorithm=HMAC_SHA512", "key=k1,algorithm=NONE", "key=k1;algorithm=HMAC_SHA256",
      "algorithm=HMAC_SHA256,algorithm=HMAC_SHA1", "algorithm=HMAC_SHA1,algorithm=HMAC_SHA256",
      "algorithm=HMAC_SHA256,algorithm=HMAC_SHA256", "xalgorithm=HMAC_SHA256", "key=k1,algorithm=HMAC_SHA256x"})
  void whatIsNotUnderstoodIsRefused(String settings) {
    for (String secret : List.of(KEY, TOKEN)) {
      assertEquals("nobody", of(CHECK, RequestSignature.sha256(secret, SIGNED), settings));
      assertEquals("nobody", of(CHECK, RequestSignature.sha1(secret, SIGNED), settings));
    }
  }

  @Test
  void aSecondHeaderIsRefused() {
    for (String second : List.of(SETTINGS, "", "key=k1,algorithm=HMAC_SHA1")) {
      assertEquals("nobody", of(CHECK, RequestSignature.sha256(KEY, SIGNED), SETTINGS, second));
      assertEquals("nobody", of(CHECK, RequestSignature.sha256(KEY, SIGNED), second, SETTINGS));
      assertEquals("nobody", of(CHECK, RequestSignature.sha1(TOKEN, SIGNED), second, SETTINGS));
    }
  }

  @Test
  void duringARotationBothKeysAreTrusted() {
    String old = RequestSignature.sha256(KEY, SIGNED);
    String next = RequestSignature.sha256("next", SIGNED);
    SignatureCheck both = check(List.of(), List.of("next", KEY));
    assertEquals("the own account", of(both, old, SETTINGS));
    assertEquals("the own account", of(both, next, SETTINGS));
    assertEquals("the own account", of(both, next, "key=whatever,algorithm=HMAC_SHA256"));
    SignatureCheck after = check(List.of(), List.of("next"));
    assertEquals("nobody", of(after, old, SETTINGS));
    assertEquals("the own account", of(after, next, SETTINGS));
  }

  @Test
  void withSharedKeysAloneNoAuthTokenDoes() {
    SignatureCheck only = check(List.of(), List.of(KEY));
    assertEquals("nobody", of(only, RequestSignature.sha1(TOKEN, SIGNED)));
    assertEquals("nobody", of(only, RequestSignature.sha1(KEY, SIGNED)));
    assertEquals("nobody", of(only, RequestSignature.sha256(KEY, SIGNED)), "the header was taken away");
    assertEquals("the own account", of(only, RequestSignature.sha256(KEY, SIGNED), SETTINGS));
    SignatureCheck none = check(List.of(TOKEN), List.of());
    assertEquals("nobody", of(none, RequestSignature.sha1(TOKEN, SIGNED), SETTINGS), "the header was added");
    assertEquals("nobody", of(none, RequestSignature.sha256(TOKEN, SIGNED), SETTINGS));
  }

  @Test
  void aSubaccountsKeySpeaksForItAlone() {
    AccountKeys keys = new AccountKeys(List.of(new RouteSecret("x")), keys(List.of(TOKEN), List.of(KEY)),
        Map.of("AC2", keys(List.of("sub token"), List.of("sub key", "next sub key"))));
    SignatureCheck check = new SignatureCheck(keys, true);
    for (String account : List.of("AC1", "AC2")) {
      String signed = RequestSignature.signed(URL, "AccountSid=" + account);
      String expected = account.equals("AC1") ? "the own account" : "subaccount AC2";
      for (String secret : List.of(KEY, "sub key", "next sub key")) {
        assertEquals(secret.equals(KEY) == account.equals("AC1") ? expected : "nobody",
            ofForm(check, "AccountSid=" + account, RequestSignature.sha256(secret, signed), SETTINGS));
      }
      assertEquals(account.equals("AC2") ? expected : "nobody",
          ofForm(check, "AccountSid=" + account, RequestSignature.sha1("sub token", signed)));
    }
  }

  @Test
  void theReasonTellsWhatIsMissing() {
    SignatureCheck tokens = check(List.of(TOKEN), List.of());
    assertEquals("it is signed with a shared key, and sharedSigningKeys of the connection has none of the own account",
        tokens.reasonAgainst(request("x", SETTINGS), form(FORM)));
    assertEquals("it is not signed with a shared key, and the connection trusts no auth token of the own account",
        check(List.of(), List.of(KEY)).reasonAgainst(request("x"), form(FORM)));
    assertEquals("its X-Twilio-Webhooks-Signature-Settings are not those of one HMAC_SHA256",
        tokens.reasonAgainst(request("x", "algorithm=secret-9"), form(FORM)));
  }

  private static SignatureCheck check(List<String> authTokens, List<String> sharedKeys) {
    return new SignatureCheck(new AccountKeys(List.of(new RouteSecret("x")), keys(authTokens, sharedKeys), Map.of()), true);
  }

  private static SigningKeys keys(List<String> authTokens, List<String> sharedKeys) {
    return new SigningKeys(authTokens.stream().map(SigningKey::authToken).toList(),
        sharedKeys.stream().map(SigningKey::sharedKey).toList());
  }

  private static String of(SignatureCheck check, String signature, String... settings) {
    return ofForm(check, FORM, signature, settings);
  }

  private static String ofForm(SignatureCheck check, String form, String signature, String... settings) {
    return check.authenticate(request(signature, settings), CallbackKind.MESSAGE_STATUS, URL, form(form))
        .map(each -> each.getAccount().toString())
        .orElse("nobody");
  }

  private static CallbackBody form(String text) {
    return CallbackBody.of(Optional.empty(), text.getBytes(UTF_8)).orElseThrow();
  }

  private static CallbackRequest request(String signature, String... settings) {
    HttpRequestBuilder builder = HttpRequest.builder().method("POST").uri("http://localhost:8081/twilio/a/b?context=1")
        .addHeader("X-Twilio-Signature", signature).entity(new EmptyHttpEntity());
    Stream.of(settings).forEach(each -> builder.addHeader(HEADER, each));
    return CallbackRequest.of(builder.build()).orElseThrow();
  }
}
