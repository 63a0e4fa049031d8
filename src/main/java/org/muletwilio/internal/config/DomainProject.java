package org.muletwilio.internal.config;

import org.mule.runtime.api.component.location.ConfigurationComponentLocator;

/** A Mule domain project: configs that several applications share. It has no flows, and can't see those of the applications. */
final class DomainProject {

  /** The name of its only document. */
  private static final String DOCUMENT = "mule-domain-config.xml";

  private DomainProject() {}

  /**
   * @param config a config's name
   * @param locator knows the components beside it
   * @return whether the config is in a domain project
   */
  static boolean holds(String config, ConfigurationComponentLocator locator) {
    return locator.findAllLocations().stream().filter(location -> config.equals(location.getRootContainerName()))
        .anyMatch(location -> location.getFileName().filter(DOCUMENT::equals).isPresent());
  }
}
