package org.muletwilio.testkit.proxy;

/** A reverse proxy between Twilio and the application, with another path and another host. */
public interface ReverseProxy extends AutoCloseable {

  /** @return the proxy's address, such as {@code https://127.0.0.1:4711} */
  String entry();

  @Override
  void close();
}
