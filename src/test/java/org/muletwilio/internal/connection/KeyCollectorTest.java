package org.muletwilio.internal.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.parameter.AdditionalAuthToken;
import org.muletwilio.api.parameter.SharedSigningKey;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.CallerAccount;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SignatureScheme;
import org.muletwilio.internal.callback.trust.SigningKey;

import java.lang.reflect.Field;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Which secret of a connection is good for what. */
class KeyCollectorTest {

  private static final byte[] TEXT = "text".getBytes(UTF_8);
  private static final String ACCOUNT = "AC1";
  private static final String SUBACCOUNT = "AC2";

  private final KeyCollector keys = new KeyCollector(ACCOUNT);

  @Test
  void addressesAreMadeWithTheAuthTokenAndElseWithASharedKey() throws Exception {
    keys.addSharedKey(sharedKey("shared", null));
    assertRouteSecrets(keys.toKeys(false, "otherwise"), "shared", "otherwise");
    keys.addAdditionalAuthToken(token("additional", null));
    assertRouteSecrets(keys.toKeys(true, "otherwise"), "shared", "additional", "otherwise");
    keys.addAuthToken("token");
    assertRouteSecrets(keys.toKeys(false, "otherwise"), "token", "shared", "additional", "otherwise");
    assertRouteSecrets(keys.toKeys(true, "token"), "token", "shared", "additional");
    assertRouteSecrets(new KeyCollector(ACCOUNT).toKeys(false, "otherwise"), "otherwise");
  }

  @Test
  void eachAccountHasItsOwnKeys() throws Exception {
    keys.addAuthToken("token");
    keys.addAuthTokenOf(SUBACCOUNT, "sub token");
    keys.addAdditionalAuthToken(token("old sub token", SUBACCOUNT));
    assertTrue(keys.hasAuthTokensOfSubaccounts());
    keys.addSharedKey(sharedKey("shared", ACCOUNT));
    keys.addSharedKey(sharedKey("sub shared 1", SUBACCOUNT));
    keys.addSharedKey(sharedKey("sub shared 2", SUBACCOUNT));
    AccountKeys all = keys.toKeys(false, "otherwise");
    assertTrue(all.accountOf(ACCOUNT).isOwn());
    assertTrue(all.accountOf("AC3").isOwn());
    CallerAccount subaccount = all.accountOf(SUBACCOUNT);
    assertEquals(SUBACCOUNT, subaccount.getSubaccountSid().orElseThrow());
    assertKeys(all, CallerAccount.OWN, SignatureScheme.AUTH_TOKEN, SigningKey.authToken("token"));
    assertKeys(all, CallerAccount.OWN, SignatureScheme.SHARED_KEY, SigningKey.sharedKey("shared"));
    assertKeys(all, subaccount, SignatureScheme.AUTH_TOKEN, SigningKey.authToken("sub token"),
               SigningKey.authToken("old sub token"));
    assertRouteSecrets(all, "token", "shared", "otherwise");
    assertKeys(all, subaccount, SignatureScheme.SHARED_KEY, SigningKey.sharedKey("sub shared 1"),
        SigningKey.sharedKey("sub shared 2"));
  }

  @Test
  void theOwnAccountIsNoSubaccount() {
    keys.addAuthTokenOf(ACCOUNT, "token");
    AccountKeys all = keys.toKeys(false, "otherwise");
    assertTrue(all.accountOf(ACCOUNT).isOwn());
    assertFalse(all.hasSubaccounts());
    assertKeys(all, CallerAccount.OWN, SignatureScheme.AUTH_TOKEN, SigningKey.authToken("token"));
  }

  @Test
  void withSharedKeysOnlyNoAuthTokenSigns() throws Exception {
    keys.addAuthToken("token");
    keys.addSharedKey(sharedKey("shared", null));
    AccountKeys all = keys.toKeys(true, "otherwise");
    assertKeys(all, CallerAccount.OWN, SignatureScheme.AUTH_TOKEN);
    assertKeys(all, CallerAccount.OWN, SignatureScheme.SHARED_KEY, SigningKey.sharedKey("shared"));
    assertTrue(all.canCheckSignatures());
    assertRouteSecrets(all, "token", "shared", "otherwise");
  }

  @Test
  void whatCannotBeASecretOrSidIsRefusedWithoutShowingIt() throws Exception {
    assertThrows(IllegalArgumentException.class, () -> keys.addAuthToken(""));
    assertThrows(IllegalArgumentException.class, () -> keys.addAdditionalAuthToken(token(" ", null)));
    assertThrows(IllegalArgumentException.class, () -> keys.addAdditionalAuthToken(token("x", "SK1")));
    assertThrows(IllegalArgumentException.class, () -> keys.addAuthTokenOf("SK1", "token"));
    assertThrows(IllegalArgumentException.class, () -> keys.addAuthTokenOf(SUBACCOUNT, ""));
    for (SharedSigningKey wrong : List.of(sharedKey("very-secret ", null), sharedKey("", null),
        sharedKey("very-secret", "SK1"))) {
      String message = assertThrows(IllegalArgumentException.class, () -> keys.addSharedKey(wrong)).getMessage();
      assertFalse(message.contains("very-secret"), message);
      assertFalse(wrong.toString().contains("very-secret"));
    }
    assertFalse(keys.hasOwnSharedKeys());
  }

  private static void assertRouteSecrets(AccountKeys keys, String... secrets) {
    assertEquals(secrets.length, keys.getRouteSecrets().size());
    for (int i = 0; i < secrets.length; i++) {
      assertArrayEquals(new RouteSecret(secrets[i]).sign(TEXT), keys.getRouteSecrets().get(i).sign(TEXT), secrets[i]);
    }
  }

  private static void assertKeys(AccountKeys keys, CallerAccount account, SignatureScheme scheme, SigningKey... expected) {
    List<SigningKey> found = keys.keysOf(account).of(scheme);
    assertEquals(expected.length, found.size());
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i].sign(TEXT), found.get(i).sign(TEXT));
    }
  }

  private static SharedSigningKey sharedKey(String value, String accountSid) throws Exception {
    SharedSigningKey key = new SharedSigningKey();
    set(key, "value", value);
    set(key, "accountSid", accountSid);
    return key;
  }

  private static AdditionalAuthToken token(String value, String accountSid) throws Exception {
    AdditionalAuthToken token = new AdditionalAuthToken();
    set(token, "value", value);
    set(token, "accountSid", accountSid);
    return token;
  }

  private static void set(Object key, String name, String value) throws Exception {
    Field field = key.getClass().getDeclaredField(name);
    field.setAccessible(true);
    field.set(key, value);
  }
}
