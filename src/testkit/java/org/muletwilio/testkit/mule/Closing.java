package org.muletwilio.testkit.mule;

/**
 * Closes several things, all of them even if one fails.
 */
final class Closing {

  /** Closes one thing. */
  @FunctionalInterface
  interface Step {

    void run() throws Exception;
  }

  private RuntimeException failure;

  void step(Step step) {
    try {
      step.run();
    } catch (Exception e) {
      if (failure == null) {
        failure = new IllegalStateException("Not closed: " + e.getMessage(), e);
      } else {
        failure.addSuppressed(e);
      }
    }
  }

  void end() {
    if (failure != null) {
      throw failure;
    }
  }
}
