package org.muletwilio.testkit.module;

import java.util.List;

/** The extensions that an application as Studio writes it can use beside the connector. {@code ee:transform} is always there. */
public final class StandIns {

  private static final List<Class<?>> EXTENSIONS = List.of(HttpExtension.class, ObjectStoreExtension.class);

  private StandIns() {}

  /** @return classes with {@code @Extension} */
  public static List<Class<?>> extensions() {
    return EXTENSIONS;
  }
}
