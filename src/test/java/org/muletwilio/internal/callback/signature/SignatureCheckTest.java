package org.muletwilio.internal.callback.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.CallerAccount;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SigningKey;
import org.muletwilio.internal.callback.trust.SigningKeys;
import org.muletwilio.internal.callback.trust.TrustedKeys;
import org.muletwilio.testkit.fuzz.RequestHash;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose signature is believed for which account. */
class SignatureCheckTest {

  private static final String URL = "https://example.com/x";
  private static final List<RouteSecret> ROUTE_SECRETS = List.of(new RouteSecret("route"));
  private static final AccountKeys KEYS =
      new AccountKeys(ROUTE_SECRETS, authTokens("current", "previous"), Map.of("AC2", authTokens("sub")));
  private static final SignatureCheck CHECK = new SignatureCheck(KEYS, true);
  private static final String OWN = CallerAccount.OWN.toString();

  @Test
  void everyOwnTokenIsTrusted() throws Exception {
    assertEquals(OWN, account("current", "AC1"));
    assertEquals(OWN, account("previous", "AC1"));
    assertEquals(OWN, account("current"));
    assertEquals("nobody", account("other", "AC1"));
  }

  @Test
  void aSubaccountSpeaksForItselfAlone() throws Exception {
    assertEquals("subaccount AC2", account("sub", "AC2"));
    assertEquals("nobody", account("sub", "AC1"));
    assertEquals("nobody", account("sub", "AC3"));
    assertEquals("nobody", account("sub"));
    assertEquals("nobody", account("current", "AC2"));
  }

  @Test
  void aSubaccountCannotHideBehindASecondSid() throws Exception {
    assertEquals("nobody", account("sub", "AC2", "AC1"));
    assertEquals("nobody", account("sub", "AC1", "AC2"));
    String two = URL + "?AccountSid=AC2";
    assertEquals("nobody", account(CHECK, request("?AccountSid=AC2", signature("sub", two, "AC1")), two, form("AC1")));
    assertEquals("nobody", account(CHECK, request("?AccountSid=AC1", signature("sub", URL + "?AccountSid=AC1", "AC2")),
                                   URL + "?AccountSid=AC1", form("AC2")));
    assertEquals("subaccount AC2", account("sub", "AC2", "AC2"));
  }

  @Test
  void inTheQueryTheOwnTokensAloneCount() throws Exception {
    String url = URL + "?AccountSid=AC2";
    assertEquals("nobody", account(CHECK, request("?AccountSid=AC2", signature("sub", url)), url, form()));
    assertEquals(OWN, account(CHECK, request("?AccountSid=AC2", signature("current", url)), url, form()));
    assertTrue(CHECK.reasonAgainst(request("?AccountSid=AC2", "x"), form()).startsWith("it names a subaccount in its query"));
    assertTrue(CHECK.reasonAgainst(request("?AccountSid=AC1", "x"), form()).startsWith("its signature, or the hash"));
  }

  @Test
  void forJsonTheOwnTokensAloneCount() throws Exception {
    String json = "{\"AccountSid\":\"AC2\"}";
    CallbackBody body = CallbackBody.of(Optional.of("application/json"), json.getBytes(UTF_8)).orElseThrow();
    for (String query : List.of("?bodySHA256=" + RequestHash.sha256(json),
                                "?AccountSid=AC2&bodySHA256=" + RequestHash.sha256(json))) {
      String url = URL + query;
      assertEquals("nobody", account(CHECK, request(query, signature("sub", url)), url, body), query);
      assertEquals(OWN, account(CHECK, request(query, signature("current", url)), url, body), query);
    }
  }

  @Test
  void withoutTheAuthTokenSubaccountsAloneAreTrusted() throws Exception {
    AccountKeys keys = new AccountKeys(ROUTE_SECRETS, SigningKeys.NONE, Map.of("AC2", authTokens("sub")));
    SignatureCheck check = new SignatureCheck(keys, true);
    assertEquals("subaccount AC2", account(check, request("", signature("sub", URL, "AC2")), URL, form("AC2")));
    assertEquals("nobody", account(check, request("", signature("route", URL, "AC1")), URL, form("AC1")));
    assertEquals(1, check.getRouteSecrets().size());
    assertTrue(keys.canCheckSignatures());
    assertFalse(new AccountKeys(ROUTE_SECRETS, SigningKeys.NONE, Map.of()).canCheckSignatures());
    assertFalse(AccountKeys.NONE.canCheckSignatures());
    assertFalse(new AccountKeys(ROUTE_SECRETS, SigningKeys.NONE, Map.of("AC2", SigningKeys.NONE)).canCheckSignatures());
    assertTrue(keys.hasSubaccounts());
    assertFalse(AccountKeys.NONE.hasSubaccounts());
    assertSame(AccountKeys.NONE, new TrustedKeys().of("unknown"));
  }

  @Test
  void noSecretShows() {
    for (Object secret : List.of(new RouteSecret("12345"), SigningKey.authToken("12345"), SigningKey.sharedKey("12345"))) {
      assertTrue(secret.toString().endsWith("{****}"), secret.toString());
    }
  }

  /** A state takes the signature's place. */
  @Test
  void whatTwilioNeverSignsIsTheOwnAccounts() {
    Authentication authentication =
        CHECK.authenticate(request("", "wrong"), CallbackKind.CONNECT_AUTHORIZATION, URL, form("AC2")).orElseThrow();
    assertEquals(OWN, authentication.getAccount().toString());
    assertEquals(URL, authentication.getUrl());
  }

  @Test
  void theReasonTellsWhatIsWrong() throws Exception {
    CallbackRequest unsigned = CallbackRequest.of(HttpRequest.builder().method("POST").uri("http://localhost:8081/x")
        .entity(new EmptyHttpEntity()).build()).orElseThrow();
    assertEquals("it has no X-Twilio-Signature", CHECK.reasonAgainst(unsigned, form()));
    CallbackRequest shared = CallbackRequest.of(HttpRequest.builder().method("POST").uri("http://localhost:8081/x")
        .addHeader("X-Twilio-Signature", "x").addHeader("X-Twilio-Webhooks-Signature-Settings", "key=k,algorithm=HMAC_SHA256")
        .entity(new EmptyHttpEntity()).build()).orElseThrow();
    assertTrue(CHECK.reasonAgainst(shared, form()).startsWith("it is signed with a shared key, and sharedSigningKeys"));
    AccountKeys keys = new AccountKeys(ROUTE_SECRETS, new SigningKeys(List.of(SigningKey.authToken("t")),
        List.of(SigningKey.sharedKey("s"))), Map.of());
    SignatureCheck both = new SignatureCheck(keys, true);
    assertTrue(both.reasonAgainst(shared, form()).contains("the shared key that the Setting at Twilio names"));
    assertFalse(both.reasonAgainst(request("", "x"), form()).contains("the shared key that the Setting"));
    assertTrue(both.isRequired());
    assertFalse(new SignatureCheck(keys, false).isRequired());
  }

  /** Fields that Twilio never sends so could be parts of an address, or of other fields. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "                      | ?a=1            | its name",
      "                      | %26a=1          | one that begins with",
      "                      | %23a=1          | one that begins with",
      "                      | =1              | a field has no name",
      "                      | CallSid=CA-1    | its CallSid is not a SID",
      "                      | CallSid=CA%C3%BC| its CallSid is not a SID",
      "                      | AccountSid=AC345678901234567890123456789012345 | its AccountSid is not a SID",
      "                      | CallSid=1&CallSid=2 | its CallSid has two values",
      "                      | CallStatus=a&CallStatus=b | its CallStatus has two values",
      "?a=1                  | b=1             | both in its address and in its body",
      "?context=x&&context=y | b=1             | an & without a field",
      "?context=x&           | b=1             | an & without a field",
      "?&context=x           | b=1             | an & without a field",
      "?bodySHA256=1&bodySHA256=1 | b=1        | more than once"})
  void boundariesOfFieldsAreTold(String query, String body, String reason) {
    CallbackBody form = CallbackBody.of(Optional.empty(), body.getBytes(UTF_8)).orElseThrow();
    String told = CHECK.reasonAgainst(request(query == null ? "" : query, "x"), form);
    assertTrue(told.contains(reason.equals("its name") ? "one that begins with" : reason), told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CallSid=CA34567890123456789012345678901234", "CallSid=1&CallSid=1", "CallStatus=a&CallStatus=a",
      "Digits=1&Digits=2", "a?=1", "a%26=1"})
  void whatTwilioMaySendIsTold(String body) {
    CallbackBody form = CallbackBody.of(Optional.empty(), body.getBytes(UTF_8)).orElseThrow();
    assertTrue(CHECK.reasonAgainst(request("?context=x&bodySHA256=1", "x"), form).startsWith("its signature, or the hash"));
  }

  @Test
  void whereNothingIsCheckedTheFormTellsWhoseItIs() {
    SignatureCheck check = new SignatureCheck(KEYS, false);
    assertEquals(OWN, account(check, request("", "wrong"), URL, form("AC1")));
    assertEquals("subaccount AC2", account(check, request("", "wrong"), URL, form("AC2")));
  }

  private static String account(String token, String... accountSids) throws Exception {
    return account(CHECK, request("", signature(token, URL, accountSids)), URL, form(accountSids));
  }

  private static String account(SignatureCheck check, CallbackRequest request, String url, CallbackBody body) {
    return check.authenticate(request, CallbackKind.MESSAGE_STATUS, url, body).map(each -> each.getAccount().toString())
        .orElse("nobody");
  }

  private static CallbackBody form(String... accountSids) {
    String text = Stream.of(accountSids).map(sid -> "AccountSid=" + sid).collect(joining("&"));
    return CallbackBody.of(Optional.empty(), text.getBytes(UTF_8)).orElseThrow();
  }

  private static CallbackRequest request(String query, String signature) {
    return CallbackRequest.of(HttpRequest.builder().method("POST").uri("http://localhost:8081/x" + query)
        .addHeader("X-Twilio-Signature", signature).entity(new EmptyHttpEntity()).build()).orElseThrow();
  }

  private static SigningKeys authTokens(String... secrets) {
    return new SigningKeys(Stream.of(secrets).map(SigningKey::authToken).toList(), List.of());
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
