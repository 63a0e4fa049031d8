package org.muletwilio.benchmarks.callback;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.muletwilio.benchmarks.load.Requests;

/**
 * Genuine callbacks without end. Their bodies and signatures are made before anything is measured, and come again after a while;
 * no two have the same idempotency token.
 */
public final class Callbacks implements Requests {

  private static final int DISTINCT = 8192;
  private static final byte[] HEX = "0123456789abcdef".getBytes();
  private static final int PREFIX_DIGITS = 8;
  private static final int COUNTER_START = 24;
  private static final int COUNTER_DIGITS = 12;

  private final List<SignedCallback> callbacks;
  private final int prefix = ThreadLocalRandom.current().nextInt();
  private long count;

  /**
   * @param urls the public addresses, called in turn
   * @param fields what is sent
   */
  public Callbacks(List<String> urls, CallbackFields fields) {
    callbacks = IntStream.range(0, DISTINCT)
        .mapToObj(number -> new SignedCallback(urls.get(number % urls.size()), fields.of(number))).toList();
  }

  @Override
  public void next(ByteBuffer target) {
    SignedCallback callback = callbacks.get((int) (count % DISTINCT));
    int token = target.position() + callback.tokenStart();
    target.put(callback.request());
    hex(target, token, PREFIX_DIGITS, prefix);
    hex(target, token + COUNTER_START, COUNTER_DIGITS, count++);
  }

  private static void hex(ByteBuffer target, int start, int digits, long value) {
    for (int i = digits - 1; i >= 0; i--) {
      target.put(start + i, HEX[(int) (value & 0xF)]);
      value >>>= 4;
    }
  }
}
