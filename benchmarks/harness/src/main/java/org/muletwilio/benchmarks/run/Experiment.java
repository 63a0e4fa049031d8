package org.muletwilio.benchmarks.run;

/** Measures something. */
interface Experiment {

  /** Adds what it finds. */
  void run(Results results) throws Exception;
}
