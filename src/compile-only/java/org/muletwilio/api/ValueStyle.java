package org.muletwilio.api;

import static org.immutables.value.Value.Style.ImplementationVisibility.PUBLIC;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.immutables.value.Value;

/**
 * How Immutables writes the values of the API: a public class <code>MessageBuilder</code> whose result is a <code>Message</code>.
 * The implementation is public, so that any reader of Java beans can call its getters. It uses the JDK alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    get = {"get*", "is*"},
    typeBuilder = "*Builder",
    builder = "new",
    from = "copyOf",
    put = "put*",
    visibility = PUBLIC,
    implementationNestedInBuilder = true,
    overshadowImplementation = true,
    defaults = @Value.Immutable(copy = false),
    jdkOnly = true,
    allowedClasspathAnnotations = Override.class,
    unsafeDefaultAndDerived = true,
    generateSuppressAllWarnings = false)
public @interface ValueStyle {
}
