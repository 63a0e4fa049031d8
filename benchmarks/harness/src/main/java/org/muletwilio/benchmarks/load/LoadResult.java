package org.muletwilio.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What a load came to.
 *
 * @param accepted requests answered with 2xx in the time
 * @param failed those refused, cut off or not answered
 * @param nanos the time
 * @param latencies of all, in nanoseconds; at a fixed rate from the moment at which each was due
 */
public record LoadResult(long accepted, long failed, long nanos, Histogram latencies) {

  public double perSecond() {
    return accepted * 1e9 / nanos;
  }

  /** @return in microseconds */
  public double percentile(double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1e3;
  }
}
