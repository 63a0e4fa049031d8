package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.meta.MuleVersion;

import org.muletwilio.testkit.mule.EmbeddedMule;

/**
 * {@code Munit::osEqualTo('Linux')} and the like: on what tests run.
 */
public class EnvironmentFunctions {

  public boolean osEqualTo(String name) {
    return name.equals(System.getProperty("os.name"));
  }

  public boolean muleVersionEqualTo(String version) {
    return EmbeddedMule.version().sameBaseVersion(new MuleVersion(version));
  }

  public boolean muleVersionPriorTo(String version) {
    return EmbeddedMule.version().priorTo(version);
  }

  public boolean muleVersionNewerThan(String version) {
    return EmbeddedMule.version().newerThan(version);
  }
}
