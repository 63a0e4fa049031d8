package org.muletwilio.internal.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.request.HttpRequestBuilder;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.address.PublicAddresses;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.signature.Authentication;
import org.muletwilio.internal.callback.signature.SignatureCheck;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SigningKey;
import org.muletwilio.internal.callback.trust.SigningKeys;
import org.muletwilio.testkit.fuzz.RequestSignature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

/** Twilio may have been given another address, that of a tunnel that was started again. */
class CallbackVerifierTest implements PublicAddresses {

  private static final SignatureCheck SIGNATURES = new SignatureCheck(new AccountKeys(List.of(new RouteSecret("12345")),
      new SigningKeys(List.of(SigningKey.authToken("12345")), List.of()), Map.of()), true);

  private final CallbackVerifier verifier = new CallbackVerifier("/cb", SIGNATURES, this);
  private final CompletableFuture<Void> looked = new CompletableFuture<>();
  private List<PublicAddress> accepted = List.of(address("a.example.com"), address("b.example.com"));
  private int looks;

  @Test
  void eachAddressThatTwilioMayHaveIsTried() throws Exception {
    for (String host : List.of("a.example.com", "b.example.com")) {
      assertEquals("https://" + host + "/public/x?y=z", authenticate("/cb/x", Optional.of(host)).join().orElseThrow().getUrl());
    }
    assertEquals(0, looks);
  }

  @Test
  void anotherOneIsLookedForOnce() throws Exception {
    CompletableFuture<Optional<Authentication>> authentication = authenticate("/cb/x", Optional.of("new.example.com"));
    assertFalse(authentication.isDone(), "nobody waits");
    accepted = List.of(address("new.example.com"), address("a.example.com"));
    looked.complete(null);
    assertEquals("https://new.example.com/public/x?y=z", authentication.join().orElseThrow().getUrl());
    assertEquals(1, looks);
  }

  @Test
  void aForgedOneStaysOne() throws Exception {
    looked.complete(null);
    assertFalse(authenticate("/cb/x", Optional.of("other.example.com")).join().isPresent());
    accepted = List.of(address("new.example.com"));
    assertFalse(authenticate("/cb/x", Optional.of("other.example.com")).join().isPresent());
    assertEquals(2, looks);
  }

  @Test
  void forAnUnsignedOneOrAnotherPathNobodyLooks() throws Exception {
    assertFalse(authenticate("/cb/x", Optional.empty()).join().isPresent());
    assertFalse(authenticate("/other/x", Optional.of("a.example.com")).join().isPresent());
    assertEquals(0, looks);
  }

  @Test
  void theReasonIsTold() throws Exception {
    assertTrue(verifier.reasonAgainst(request("/cb/x", Optional.empty()), body()).contains("X-Twilio-Signature"));
  }

  @Override
  public PublicAddress current() {
    throw new AssertionError("whoever verifies makes no address");
  }

  @Override
  public List<PublicAddress> accepted() {
    return accepted;
  }

  @Override
  public CompletableFuture<Void> lookAgain() {
    looks++;
    return looked;
  }

  private CompletableFuture<Optional<Authentication>> authenticate(String path, Optional<String> signedFor) throws Exception {
    return verifier.authenticate(request(path, signedFor), CallbackKind.MESSAGE_STATUS, body());
  }

  private static CallbackRequest request(String path, Optional<String> signedFor) {
    HttpRequestBuilder request = HttpRequest.builder().method("POST").uri("http://localhost:8081" + path + "?y=z")
        .entity(new EmptyHttpEntity());
    signedFor.ifPresent(host -> request.addHeader("X-Twilio-Signature",
        RequestSignature.sha1("12345", RequestSignature.signed("https://" + host + "/public/x?y=z", ""))));
    return CallbackRequest.of(request.build()).orElseThrow();
  }

  private static CallbackBody body() {
    return CallbackBody.of(Optional.empty(), "".getBytes(UTF_8)).orElseThrow();
  }

  private static PublicAddress address(String host) {
    return PublicAddress.of(Optional.of("https://" + host), 8081, false, Optional.empty(), "/public");
  }
}
