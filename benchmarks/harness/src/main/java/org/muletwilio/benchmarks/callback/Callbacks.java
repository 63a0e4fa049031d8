package org.muletwilio.benchmarks.callback;

import org.muletwilio.benchmarks.load.Requests;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Genuine callbacks without end, no two of the same message or call, as a campaign causes them. */
public final class Callbacks implements Requests {

  private static final int TEMPLATES = 100;
  /** Far from the numbers of every other run in the same server. */
  private static final long FIRST = System.nanoTime() << 16 >>> 16;

  private final List<SignedCallback> templates;
  private long next = FIRST;

  /**
   * @param urls the public addresses, called in turn
   * @param fields what is sent
   */
  public Callbacks(List<String> urls, CallbackFields fields) {
    templates = IntStream.range(0, TEMPLATES)
        .mapToObj(number -> new SignedCallback(urls.get(number % urls.size()), fields.of(number))).toList();
  }

  @Override
  public void next(ByteBuffer target) {
    long number = next++;
    templates.get((int) (number % TEMPLATES)).write(target, number);
  }
}
