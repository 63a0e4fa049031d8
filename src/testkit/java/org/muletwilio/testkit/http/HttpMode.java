package org.muletwilio.testkit.http;

import java.util.Arrays;
import java.util.Locale;

/** How the embedded HTTP service treats request handlers. */
public enum HttpMode {

  /** As in Mule 4.1.1: each request has an IO thread, and most of its body has arrived. */
  SERVICE,
  /**
   * As from Mule 4.3 on: handlers run on selector threads, as many as cores. A handler that blocks one fails the test. A
   * request may ask for a {@link HostileBody}.
   */
  SELECTOR,
  /** As Netty's from Mule 4.10 on: bodies also arrive in small pieces, and their length is unknown. */
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
