package org.muletwilio.simulator.call;

import org.muletwilio.simulator.twiml.Instructions;

/** A call was redirected to other instructions. */
public final class CallRedirected extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Instructions instructions;

  CallRedirected(Instructions instructions) {
    this.instructions = instructions;
  }

  public Instructions instructions() {
    return instructions;
  }
}
