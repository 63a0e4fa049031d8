package org.mule.sdk.api.meta;

/** The Java versions that {@link org.mule.sdk.api.annotation.JavaVersionSupport} can name on every Mule version that reads it. */
public enum JavaVersion {
  JAVA_8, JAVA_11, JAVA_17
}
