package org.muletwilio.benchmarks.load;

import java.nio.ByteBuffer;

/** Whole HTTP requests without end. */
@FunctionalInterface
public interface Requests {

  /** Puts the next request. */
  void next(ByteBuffer target);
}
