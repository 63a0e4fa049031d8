package org.muletwilio;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.internal.callback.codec.Hmac;
import org.muletwilio.internal.callback.route.AuthorizationState;
import org.muletwilio.internal.callback.route.RoutePath;
import org.muletwilio.internal.callback.signature.CallbackSignature;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SigningKey;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/**
 * Signatures and tokens are compared in constant time: a comparison that ends at the first difference tells whoever guesses how
 * far he is. No clock is asked, which would tell little on a busy machine, but the bytecode.
 */
class SecretComparisonsTest {

  private static final String ROUTE = "org.muletwilio.internal.callback.route.";
  private static final String SEALED_CONTEXT = ROUTE + "SealedContext";

  /** What makes a signature or a token that a caller might guess. */
  private static final Set<String> MAKERS = Set.of(Hmac.class.getName() + ".of", SigningKey.class.getName() + ".sign",
      RouteSecret.class.getName() + ".sign", RoutePath.class.getName() + ".tokenOf");

  /** Those that compare one with what came from outside. */
  private static final Set<String> CHECKERS =
      Set.of(CallbackSignature.class.getName(), RoutePath.class.getName(), SEALED_CONTEXT, AuthorizationState.class.getName());

  private static final Collection<JavaClass> CONNECTOR = List.copyOf(new ClassFileImporter().importPath("target/classes"));

  @Test
  void allThatMakeSecretsAreKnown() {
    Set<String> known = new TreeSet<>(CHECKERS);
    known.addAll(List.of(SigningKey.class.getName(), RouteSecret.class.getName()));
    assertEquals(known, new TreeSet<>(CONNECTOR.stream().filter(each -> calls(each).anyMatch(MAKERS::contains))
        .map(JavaClass::getName).collect(toSet())));
  }

  @Test
  void theyCompareInConstantTimeAndInNoOtherWay() {
    String constant = MessageDigest.class.getName() + ".isEqual";
    assertEquals(CHECKERS, checkers().filter(each -> calls(each).anyMatch(constant::equals))
        .map(JavaClass::getName).collect(toSet()));
    assertEquals(List.of(), checkers().flatMap(SecretComparisonsTest::otherComparisonsOf).toList());
  }

  @Test
  void otherComparisonsAreFound() {
    JavaClass hasty = new ClassFileImporter().importClass(Hasty.class);
    assertEquals(Set.of("java.lang.String.equals", "java.util.Arrays.equals", "java.util.Collection.contains"),
        otherComparisonsOf(hasty).collect(toSet()));
  }

  private static Stream<JavaClass> checkers() {
    return CONNECTOR.stream().filter(each -> CHECKERS.contains(each.getName()));
  }

  private static Stream<String> calls(JavaClass type) {
    return type.getMethodCallsFromSelf().stream().map(SecretComparisonsTest::nameOf);
  }

  private static String nameOf(JavaMethodCall call) {
    return call.getTargetOwner().getName() + "." + call.getName();
  }

  /** What says whether two values are the same, in another way. */
  private static Stream<String> otherComparisonsOf(JavaClass type) {
    Set<String> comparing = Set.of("equals", "equalsIgnoreCase", "contentEquals", "compareTo", "compare", "mismatch",
        "regionMatches", "contains", "containsKey", "containsValue", "hashCode", "deepEquals");
    return calls(type).filter(call -> comparing.contains(call.substring(call.lastIndexOf('.') + 1)))
        .filter(call -> !call.equals(String.class.getName() + ".contains"));
  }

  /** Ends at the first difference, in each way that there is. */
  private static final class Hasty {

    private boolean hasToken(byte[] token, String claimed, Collection<String> tokens) {
      return new String(token).equals(claimed) || Arrays.equals(token, claimed.getBytes()) || tokens.contains(claimed);
    }
  }
}
