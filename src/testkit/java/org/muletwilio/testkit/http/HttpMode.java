package org.muletwilio.testkit.http;

import java.util.Arrays;
import java.util.Locale;

/** How the embedded HTTP service treats request handlers. */
public enum HttpMode {

  /** As that of Mule 4.1.1 does: each request has an IO thread, and its body has mostly come. */
  SERVICE,
  /**
   * As those from Mule 4.3 on do: handlers run on selector threads, as many as cores. A handler that blocks one fails the test. A
   * request may ask for a {@link HostileBody}.
   */
  SELECTOR,
  /** As Netty's does from Mule 4.10 on: besides, bodies come in small pieces, and nobody knows how much has come. */
  STREAMING;

  private static final String PROPERTY = "http.mode";

  /**
   * @return the mode that the system property {@code http.mode} names, else that of the service itself
   * @throws IllegalArgumentException if it is none of them
   */
  public static HttpMode ofProperty() {
    String name = System.getProperty(PROPERTY, SERVICE.name());
    return Arrays.stream(values()).filter(mode -> mode.name().equalsIgnoreCase(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(PROPERTY + " is '" + name + "'. It can be "
            + Arrays.toString(values()).toLowerCase(Locale.ROOT)));
  }
}
