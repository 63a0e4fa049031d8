package org.mule.sdk.api.annotation;

import org.mule.sdk.api.meta.JavaVersion;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the compiler needs to know of the annotation by which Mule 4.5 and later learn the Java versions of an extension. Its own
 * artifact is not on Maven Central. This declaration is never packaged: at run time Mule brings the real one, or, before 4.5, the
 * JVM ignores an annotation whose class is missing.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface JavaVersionSupport {

  JavaVersion[] value();
}
