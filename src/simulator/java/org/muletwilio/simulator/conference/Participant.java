package org.muletwilio.simulator.conference;

import org.muletwilio.simulator.call.CallControl;
import org.muletwilio.simulator.call.CallEnded;
import org.muletwilio.simulator.call.CallRedirected;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.script.CallScript;

import java.util.function.BooleanSupplier;

/** A call that takes part in a conference. */
public interface Participant {

  String sid();

  /** The call as it is now. */
  Resource call();

  /** What the other side does. */
  CallScript script();

  CallControl control();

  /** Lets so many seconds pass, or fewer if something becomes true before. */
  void pause(int time, BooleanSupplier enough) throws CallEnded, CallRedirected, InterruptedException;

  /** Waits until something becomes true. */
  void await(BooleanSupplier enough) throws CallEnded, CallRedirected, InterruptedException;

  /** Fetches what is played while the participant waits, and plays it once. */
  void listen(CallbackTarget target, Form more) throws CallEnded, CallRedirected, InterruptedException;
}
