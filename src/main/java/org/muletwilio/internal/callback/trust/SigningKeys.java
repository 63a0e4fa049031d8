package org.muletwilio.internal.callback.trust;

import static java.util.Collections.emptyList;
import static java.util.Collections.unmodifiableList;

import java.util.ArrayList;
import java.util.List;

/** What one account signs its callbacks with. During a rotation there are several keys of a kind. Immutable. */
public final class SigningKeys {

  public static final SigningKeys NONE = new SigningKeys(emptyList(), emptyList());

  private final List<SigningKey> authTokens;
  private final List<SigningKey> sharedKeys;

  /**
   * @param authTokens the auth tokens that are trusted
   * @param sharedKeys the shared keys that are trusted
   */
  public SigningKeys(List<SigningKey> authTokens, List<SigningKey> sharedKeys) {
    this.authTokens = unmodifiableList(new ArrayList<>(authTokens));
    this.sharedKeys = unmodifiableList(new ArrayList<>(sharedKeys));
  }

  /** @return the keys of which one must have signed, by the way in which a request is signed */
  public List<SigningKey> of(SignatureScheme scheme) {
    return scheme == SignatureScheme.SHARED_KEY ? sharedKeys : authTokens;
  }

  boolean isEmpty() {
    return authTokens.isEmpty() && sharedKeys.isEmpty();
  }
}
