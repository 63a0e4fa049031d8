package org.muletwilio.simulator.session;

import org.muletwilio.simulator.call.CallEnded;
import org.muletwilio.simulator.call.CallRedirected;
import org.muletwilio.simulator.twiml.TwimlException;

/** What happens in a call once it is answered. */
public interface Conversation {

  void hold(CallSession session) throws CallEnded, CallRedirected, TwimlException, InterruptedException;
}
