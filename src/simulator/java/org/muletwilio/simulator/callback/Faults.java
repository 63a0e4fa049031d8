package org.muletwilio.simulator.callback;

import java.time.Duration;
import java.util.Random;

/** The faults of callbacks that are switched on, each with its probability from 0 to 1. */
public final class Faults {

  private Random random = new Random(0);
  private double drop;
  private double repeat;
  private double reorder;
  private double delay;
  private double forge;
  private Duration delayBy = Duration.ZERO;

  public Faults() {}

  /** Makes faults repeatable: the same callbacks in the same order meet the same faults. */
  public synchronized Faults seed(long seed) {
    random = new Random(seed);
    return this;
  }

  /** Some callbacks are never sent. */
  public synchronized Faults drop(double probability) {
    drop = probability;
    return this;
  }

  /** Some callbacks are sent twice, with the same idempotency token. */
  public synchronized Faults repeat(double probability) {
    repeat = probability;
    return this;
  }

  /** Some callbacks are sent after the one that follows them. */
  public synchronized Faults reorder(double probability) {
    reorder = probability;
    return this;
  }

  /** Some callbacks are sent after a delay in which others overtake them. */
  public synchronized Faults delay(double probability, Duration by) {
    delay = probability;
    delayBy = by;
    return this;
  }

  /** Some callbacks are preceded by one with a wrong signature. */
  public synchronized Faults forge(double probability) {
    forge = probability;
    return this;
  }

  /** All goes well from now on. */
  public synchronized Faults none() {
    return drop(0).repeat(0).reorder(0).delay(0, Duration.ZERO).forge(0);
  }

  /** What is switched on: each fault's probability, and how much later delayed callbacks are sent. */
  public record Settings(double drop, double repeat, double reorder, double delay, double forge, Duration delayBy) {
  }

  public synchronized Settings settings() {
    return new Settings(drop, repeat, reorder, delay, forge, delayBy);
  }

  /** What happens to one callback. */
  public record Choice(boolean drop, boolean repeat, boolean reorder, boolean forge, Duration delay) {
  }

  /** Decides on the next callback. Each call draws the same number of random numbers, so that no fault changes the others. */
  public synchronized Choice next() {
    boolean dropped = random.nextDouble() < drop;
    boolean repeated = random.nextDouble() < repeat;
    boolean reordered = random.nextDouble() < reorder;
    boolean delayed = random.nextDouble() < delay;
    boolean forged = random.nextDouble() < forge;
    return new Choice(dropped, repeated, reordered, forged, delayed ? delayBy : Duration.ZERO);
  }
}
