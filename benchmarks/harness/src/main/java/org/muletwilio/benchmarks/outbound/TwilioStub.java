package org.muletwilio.benchmarks.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Locale.ROOT;

import org.muletwilio.benchmarks.server.Account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The least that looks like Twilio's API: takes any message at once, in one thread, and never calls back. */
public final class TwilioStub implements AutoCloseable {

  private static final byte[] ACCOUNT = answer("200 OK", "{\"sid\":\"" + Account.SID + "\",\"friendly_name\":\"benchmarks\","
      + "\"status\":\"active\",\"type\":\"Full\"}");
  private static final byte[] MESSAGE = answer("201 Created", "{\"account_sid\":\"" + Account.SID
      + "\",\"api_version\":\"2010-04-01\","
      + "\"body\":\"Your order is on its way\",\"date_created\":\"Thu, 24 Aug 2023 05:01:45 +0000\",\"date_sent\":null,"
      + "\"date_updated\":\"Thu, 24 Aug 2023 05:01:45 +0000\",\"direction\":\"outbound-api\",\"error_code\":null,"
      + "\"error_message\":null,\"from\":\"+15005550006\",\"num_media\":\"0\",\"num_segments\":\"1\",\"price\":null,"
      + "\"price_unit\":\"USD\",\"messaging_service_sid\":null,\"sid\":\"SM0123456789abcdef0123456789abcdef\","
      + "\"status\":\"queued\",\"subresource_uris\":{\"media\":\"/2010-04-01/Accounts/" + Account.SID
      + "/Messages/SM0123456789abcdef0123456789abcdef/Media.json\"},\"tags\":null,\"to\":\"+14155550123\","
      + "\"uri\":\"/2010-04-01/Accounts/" + Account.SID + "/Messages/SM0123456789abcdef0123456789abcdef.json\"}");

  private final Selector selector;
  private final ServerSocketChannel server;

  private TwilioStub() throws IOException {
    selector = Selector.open();
    server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  public static TwilioStub start() throws IOException {
    TwilioStub stub = new TwilioStub();
    Thread thread = new Thread(stub::serve, "twilio-stub");
    thread.setDaemon(true);
    thread.start();
    return stub;
  }

  /** @return where it is, such as http://127.0.0.1:1234 */
  public String baseUri() throws IOException {
    return "http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    selector.close();
  }

  private void serve() {
    try {
      while (selector.isOpen()) {
        selector.select(this::handle);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        SocketChannel channel = server.accept();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(16 * 1024));
      } else {
        receive((SocketChannel) key.channel(), (ByteBuffer) key.attachment());
      }
    } catch (IOException e) {
      key.cancel();
    }
  }

  private static void receive(SocketChannel channel, ByteBuffer in) throws IOException {
    if (channel.read(in) < 0) {
      channel.close();
      return;
    }
    String request = new String(in.array(), 0, in.position(), ISO_8859_1);
    int headEnd = request.indexOf("\r\n\r\n") + 4;
    if (headEnd < 4) {
      return;
    }
    String head = request.substring(0, headEnd).toLowerCase(ROOT);
    int length = head.indexOf("content-length:");
    int body = length < 0 ? 0 : Integer.parseInt(head.substring(length + 15, head.indexOf('\r', length)).trim());
    if (request.length() >= headEnd + body) {
      in.clear();
      ByteBuffer out = ByteBuffer.wrap(request.startsWith("GET") ? ACCOUNT : MESSAGE);
      while (out.hasRemaining()) {
        channel.write(out);
      }
    }
  }

  private static byte[] answer(String status, String json) {
    return ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json)
        .getBytes(ISO_8859_1);
  }
}
