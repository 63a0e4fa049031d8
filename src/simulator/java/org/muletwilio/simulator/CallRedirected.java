package org.muletwilio.simulator;

/** A call was told from outside to do something else. */
final class CallRedirected extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Instructions instructions;

  CallRedirected(Instructions instructions) {
    this.instructions = instructions;
  }

  Instructions instructions() {
    return instructions;
  }
}
