package org.muletwilio.simulator.session;

import org.muletwilio.simulator.call.CallControl;
import org.muletwilio.simulator.call.CallEnded;
import org.muletwilio.simulator.call.CallFields;
import org.muletwilio.simulator.call.CallRedirected;
import org.muletwilio.simulator.call.CallSettings;
import org.muletwilio.simulator.call.CallProgress;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.conference.Participant;
import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.twiml.TwimlException;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.w3c.dom.Element;

/** A call in progress. One of its seconds lasts one pause of the simulator's pace, so that a long call ends soon. */
public final class CallSession implements Participant, Runnable {

  /** Seconds after which nobody lets a phone ring any longer. */
  private static final int LONGEST_RINGING = 60;

  private final Switchboard board;
  private final String sid;
  private final CallSettings settings;
  private final CallScript script;
  private final ScriptedInput input;
  private final CallProgress progress;
  private final CallControl control;
  private Conversation conversation;
  private volatile Optional<CallbackTarget> fallback;
  private volatile boolean answered;
  private volatile boolean over;

  /** @param script what the other side does */
  CallSession(Switchboard board, Resource call, CallSettings settings, CallScript script, Conversation conversation) {
    this.board = board;
    this.sid = call.sid();
    this.settings = settings;
    this.script = script;
    this.conversation = conversation;
    input = new ScriptedInput(script);
    fallback = settings.fallback();
    progress = new CallProgress(board.callbacks(), settings.status());
    control = new CallControl(board.clock(), board.secondOf(script));
  }

  @Override
  public void run() {
    try {
      end(lastStatus());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String lastStatus() throws InterruptedException {
    try {
      if (call().text("direction").equals("outbound-api")) {
        ring();
        answer();
      }
      converse();
      return "completed";
    } catch (CallEnded e) {
      return e.status();
    }
  }

  private void ring() throws CallEnded, InterruptedException {
    control.pauseBeforeAnswer(1);
    progress.report("initiated", call(), "initiated", Form.EMPTY);
    if (script.end().equals("failed")) {
      throw new CallEnded("failed");
    }
    control.pauseBeforeAnswer(1);
    board.calls().update(sid, call -> call.with("status", "ringing"));
    progress.report("ringing", call(), "ringing", Form.EMPTY);
    if (script.isAttended()) {
      control.ring(LONGEST_RINGING);
      return;
    }
    control.pauseBeforeAnswer(1);
    if (!script.isAnswered()) {
      throw new CallEnded(script.end());
    }
  }

  /** Answers the call, if it is not answered yet. */
  void answer() {
    if (answered) {
      return;
    }
    answered = true;
    control.restart();
    board.calls().update(sid, call -> call.with("status", "in-progress").with("start_time", Dates.rfc2822(Instant.now())));
    progress.report("answered", call(), "in-progress", Form.EMPTY);
    if (settings.record()) {
      board.recordings().start(call(), "OutboundAPI", settings.recording());
    }
    if (settings.machineDetection()) {
      board.calls().update(sid, call -> call.with("answered_by", script.answeredBy()));
      settings.detected()
          .ifPresent(target -> board.callbacks().add(Callback
              .of(Callback.Kind.AMD_STATUS, call(), target, CallFields.detection(call(), script.answeredBy()))));
    }
  }

  private void converse() throws CallEnded, InterruptedException {
    while (true) {
      try {
        conversation.hold(this);
        return;
      } catch (CallRedirected e) {
        conversation = new TwimlPlayer(board, e.instructions());
      } catch (TwimlException e) {
        board.heard(sid, "error " + e.code() + " " + e.getMessage());
        return;
      }
    }
  }

  private void end(String status) {
    over = true;
    int duration = answered ? Math.max(1, control.seconds()) : 0;
    String now = Dates.rfc2822(Instant.now());
    board.calls().update(sid, call -> call.with("status", status).with("end_time", now)
        .with("duration", String.valueOf(duration)));
    Form recording = board.recordings().finishOf(sid);
    board.transcriptions().finishOf(sid);
    board.remove(sid);
    progress.report("completed", call(), status, CallFields.end(status, duration).plus(recording));
  }

  /** Pauses for some seconds of the call, unless the call is ended or redirected. */
  public void pause(int time) throws CallEnded, CallRedirected, InterruptedException {
    control.pause(time, () -> false);
  }

  @Override
  public void pause(int time, BooleanSupplier enough) throws CallEnded, CallRedirected, InterruptedException {
    control.pause(time, enough);
  }

  @Override
  public void await(BooleanSupplier enough) throws CallEnded, CallRedirected, InterruptedException {
    control.await(enough);
  }

  @Override
  public void listen(CallbackTarget target, Form more) throws CallEnded, CallRedirected, InterruptedException {
    try {
      for (Element verb : board.ask(this, target, more).verbs()) {
        TwimlPlayer.speak(board, verb, this);
      }
    } catch (TwimlException e) {
      board.heard(sid, "error " + e.code() + " " + e.getMessage());
    }
  }

  @Override
  public CallControl control() {
    return control;
  }

  public CallProgress progress() {
    return progress;
  }

  public void fallback(CallbackTarget target) {
    fallback = Optional.of(target);
  }

  Optional<CallbackTarget> fallback() {
    return fallback;
  }

  public boolean isAnswered() {
    return answered;
  }

  public boolean isOver() {
    return over;
  }

  @Override
  public CallScript script() {
    return script;
  }

  /** What the script presses and says. */
  ScriptedInput input() {
    return input;
  }

  @Override
  public String sid() {
    return sid;
  }

  @Override
  public Resource call() {
    return board.calls().find(sid).orElseThrow();
  }

  /** The parameters of a request for instructions. */
  Form fields() {
    Resource call = call();
    boolean sync = settings.machineDetection() && settings.detected().isEmpty();
    return CallFields.standard(call, call.status())
        .with("AnsweredBy", Optional.of(script.answeredBy()).filter(answeredBy -> sync));
  }
}
