package org.muletwilio.internal.callback.forgery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.security.MessageDigest;
import java.util.Arrays;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Signatures, tokens and hashes that a caller sends are compared in a time that tells nothing of where they differ. */
class ConstantTimeTest {

  private static final DescribedPredicate<JavaClass> COMPARE = DescribedPredicate.describe("compare what a caller claims",
      type -> type.getFullName().matches(".*\\.(CallbackSignature|RoutePath|SealedContext|AuthorizationState)"));

  private final JavaClasses classes = new ClassFileImporter().importPackages("org.muletwilio.internal.callback.signature",
      "org.muletwilio.internal.callback.route");

  @Test
  void eachIsComparedAsAWhole() {
    classes().that(COMPARE).should().callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class).check(classes);
    noClasses().that(COMPARE).should().callMethod(Arrays.class, "equals", byte[].class, byte[].class)
        .orShould().callMethod(String.class, "equals", Object.class)
        .orShould().callMethod(String.class, "contentEquals", CharSequence.class).check(classes);
  }
}
