package org.muletwilio.testkit.proxy;

/** Stands between Twilio and the application, under another path, and tells it another host. */
public interface ReverseProxy extends AutoCloseable {

  /** @return the proxy's address, such as {@code https://127.0.0.1:4711} */
  String entry();

  @Override
  void close();
}
