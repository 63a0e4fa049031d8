package org.muletwilio.simulator;

/** What goes on in a call once it is answered. */
interface Conversation {

  void hold(CallSession session) throws CallEnded, CallRedirected, TwimlException, InterruptedException;
}
