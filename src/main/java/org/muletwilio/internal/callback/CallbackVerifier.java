package org.muletwilio.internal.callback;

import static java.util.concurrent.CompletableFuture.completedFuture;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.address.PublicAddresses;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.signature.Authentication;
import org.muletwilio.internal.callback.signature.SignatureCheck;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Tells genuine callbacks by their signature, for any address that Twilio may have been given. Thread-safe. */
final class CallbackVerifier {

  private final String basePath;
  private final SignatureCheck signatures;
  private final PublicAddresses addresses;

  /**
   * @param basePath what the paths of all callbacks start with, as they arrive
   * @param signatures whom the endpoint trusts
   * @param addresses those of the endpoint
   */
  CallbackVerifier(String basePath, SignatureCheck signatures, PublicAddresses addresses) {
    this.basePath = basePath;
    this.signatures = signatures;
    this.addresses = addresses;
  }

  /**
   * The public address counts, whatever the request's Host header says. Never waits.
   *
   * @param request the request as it was sent
   * @param kind what its address was made for
   * @param body what was sent with it
   * @return for which address the request is signed, and by whom; empty where it isn't signed for any that Twilio may have been
   *         given. Where that takes a look at tunnels, it is completed by any thread
   */
  CompletableFuture<Optional<Authentication>> authenticate(CallbackRequest request, CallbackKind kind, CallbackBody body) {
    if (!request.getPath().startsWith(basePath)) {
      return completedFuture(Optional.empty());
    }
    String rest = request.getPath().substring(basePath.length()) + request.querySuffix();
    List<PublicAddress> known = addresses.accepted();
    Optional<Authentication> genuine = authenticateAmong(known, rest, request, kind, body);
    if (genuine.isPresent() || !request.getSignature().isPresent()) {
      return completedFuture(genuine);
    }
    return addresses.lookAgain().thenApply(any -> {
      List<PublicAddress> since = addresses.accepted();
      return since == known ? genuine : authenticateAmong(since, rest, request, kind, body);
    });
  }

  /** @return why a request is not to be believed that is signed for none of the addresses */
  String reasonAgainst(CallbackRequest request, CallbackBody body) {
    return signatures.reasonAgainst(request, body);
  }

  private Optional<Authentication> authenticateAmong(List<PublicAddress> known, String rest, CallbackRequest request,
                                                     CallbackKind kind, CallbackBody body) {
    for (PublicAddress address : known) {
      Optional<Authentication> genuine = signatures.authenticate(request, kind, address.url(rest), body);
      if (genuine.isPresent()) {
        return genuine;
      }
    }
    return Optional.empty();
  }
}
