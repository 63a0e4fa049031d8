package org.muletwilio.simulator.session;

import org.muletwilio.simulator.call.CallEnded;
import org.muletwilio.simulator.call.CallRedirected;
import org.muletwilio.simulator.call.CallSettings;
import org.muletwilio.simulator.call.Recordings;
import org.muletwilio.simulator.call.Transcriptions;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackQueue;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.conference.Conferences;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Stores;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.script.Script;
import org.muletwilio.simulator.thread.SimulatorClock;
import org.muletwilio.simulator.thread.SimulatorThreads;
import org.muletwilio.simulator.twiml.Twiml;
import org.muletwilio.simulator.twiml.TwimlException;
import org.muletwilio.simulator.twiml.TwimlFetcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Starts calls and finds those in progress. A limited number runs at a time; others wait in the queue, as at Twilio. */
public final class Switchboard {

  private static final Duration REAL_SECOND = Duration.ofSeconds(1);

  private final Map<String, CallSession> sessions = new ConcurrentHashMap<>();
  private final Map<String, List<String>> heard = new ConcurrentHashMap<>();
  private final ResourceStore calls;
  private final CallbackQueue callbacks;
  private final TwimlFetcher fetcher;
  private final Recordings recordings;
  private final Transcriptions transcriptions;
  private final Conferences conferences;
  private final Script script;
  private final ExecutorService callers;
  private final SimulatorClock clock;
  private final Duration second;

  /** @param second how long a second of a call lasts */
  public Switchboard(Stores stores, CallbackQueue callbacks, TwimlFetcher fetcher, Supplier<String> baseUri, Script script,
              SimulatorThreads threads, Duration second) {
    this.calls = stores.calls();
    this.callbacks = callbacks;
    this.fetcher = fetcher;
    this.recordings = new Recordings(stores.recordings(), callbacks, baseUri, threads.clock(), second);
    this.transcriptions = new Transcriptions(stores.transcriptions(), callbacks);
    this.conferences = new Conferences(stores.conferences(), stores.participants(), callbacks, recordings);
    this.script = script;
    callers = threads.callers();
    clock = threads.clock();
    this.second = second;
  }

  /**
   * Starts a call that is in the store already.
   *
   * @param otherSide the number on the other side
   * @param conversation what happens once it is answered
   * @param afterwards runs when the call has ended, answered or not
   */
  public void start(Resource call, CallSettings settings, String otherSide, Conversation conversation, Runnable afterwards) {
    String own = call.text(call.text("to").equals(otherSide) ? "from" : "to");
    start(call, settings, script.callOf(own, otherSide), conversation, afterwards);
  }

  /** Begins a call whose other side does what is said here, whatever the script says. */
  public void start(Resource call, CallSettings settings, CallScript other, Conversation conversation, Runnable afterwards) {
    CallSession session = new CallSession(this, call, settings, other, conversation);
    sessions.put(call.sid(), session);
    try {
      callers.execute(() -> {
        session.run();
        afterwards.run();
      });
    } catch (RejectedExecutionException e) {
      sessions.remove(call.sid());
    }
  }

  /** A call in progress. */
  public Optional<CallSession> session(String sid) {
    return Optional.ofNullable(sessions.get(sid));
  }

  /** The other side hangs up. */
  public void hangUp(String sid) {
    session(sid).ifPresent(session -> session.control().hangUp());
  }

  void remove(String sid) {
    sessions.remove(sid);
  }

  /** Fetches a call's next instructions. */
  Twiml ask(CallSession session, CallbackTarget target, Form more)
      throws TwimlException, CallEnded, CallRedirected, InterruptedException {
    Twiml answer = fetcher.fetch(Callback.Kind.CALL_INSTRUCTIONS, session.call(), target, session.fallback(),
                                 session.fields().plus(more));
    session.pause(0);
    return answer;
  }

  /** Records what the person on the phone hears. */
  void heard(String sid, String what) {
    heard.computeIfAbsent(sid, key -> new CopyOnWriteArrayList<>()).add(what);
  }

  public List<String> heardIn(String sid) {
    return List.copyOf(heard.getOrDefault(sid, List.of()));
  }

  public ResourceStore calls() {
    return calls;
  }

  public CallbackQueue callbacks() {
    return callbacks;
  }

  public Recordings recordings() {
    return recordings;
  }

  public Transcriptions transcriptions() {
    return transcriptions;
  }

  public Conferences conferences() {
    return conferences;
  }

  Script script() {
    return script;
  }

  SimulatorClock clock() {
    return clock;
  }

  /** How long a second of a call lasts: at least a second where a person attends it. */
  Duration secondOf(CallScript script) {
    return script.isAttended() && second.compareTo(REAL_SECOND) < 0 ? REAL_SECOND : second;
  }
}
