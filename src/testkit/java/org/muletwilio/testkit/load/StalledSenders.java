package org.muletwilio.testkit.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Connections whose requests announce a body and stop after three bytes, half of them with a well-formed signature. */
public final class StalledSenders implements AutoCloseable {

  private final List<Socket> sockets = new ArrayList<>();

  private StalledSenders() {}

  /**
   * @param port where the listener is, on this machine
   * @param target path and query of a known callback
   * @param number how many connections there are
   */
  public static StalledSenders start(int port, String target, int number) throws IOException {
    StalledSenders senders = new StalledSenders();
    for (int i = 0; i < number; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      senders.sockets.add(socket);
      socket.getOutputStream().write(("POST " + target + " HTTP/1.1\r\nHost: x\r\n"
          + (i % 2 == 0 ? "X-Twilio-Signature: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n" : "")
          + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na=b").getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    }
    return senders;
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
