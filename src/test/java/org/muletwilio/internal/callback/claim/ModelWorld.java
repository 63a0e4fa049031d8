package org.muletwilio.internal.callback.claim;

import org.muletwilio.internal.callback.claim.ModelProcess.Failure;
import org.muletwilio.internal.callback.claim.ModelProcess.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Some processes, the store that they share, and what may still go wrong. Immutable. */
final class ModelWorld {

  /** What may go wrong, and how often. */
  record Budget(int crashes, int brokenSteps, int failingFlows, int timeUnits) {}

  /** A process, and the time when it asked for its next step. */
  record Running(ModelProcess process, long since, boolean renewing, boolean succeeded) {

    private long signature() {
      return ModelProcess.mix(process.signature(), since + (renewing ? 1_000 : 0) + (succeeded ? 2_000 : 0));
    }
  }

  /** In units of time. A node renews its claims once in each of them. */
  static final long LEASE = 2;

  private final boolean atomic;
  private final long time;
  private final TreeMap<String, String> entries;
  private final List<Running> running;
  private final Budget left;
  private final int successes;
  private final int allowed;
  private final int nextId;

  private ModelWorld(boolean atomic, long time, Map<String, String> entries, List<Running> running, Budget left, int successes,
                     int allowed, int nextId) {
    this.atomic = atomic;
    this.time = time;
    this.entries = new TreeMap<>(entries);
    this.running = running;
    this.left = left;
    this.successes = successes;
    this.allowed = allowed;
    this.nextId = nextId;
  }

  /** @param atomic whether nobody comes between a look and a write of the store's */
  static ModelWorld of(boolean atomic, Budget budget, List<ModelProcess.Program> programs) {
    List<Running> running = new ArrayList<>();
    for (ModelProcess.Program program : programs) {
      running.add(new Running(ModelProcess.start(running.size(), program, 0), 0, false, false));
    }
    return new ModelWorld(atomic, 0, Map.of(), running, budget, 0, 1, running.size());
  }

  /** @return how often the flow has succeeded */
  int successes() {
    return successes;
  }

  /** @return how often it may: once more for each crash between its end and the store */
  int allowed() {
    return allowed;
  }

  boolean isOver() {
    return running.isEmpty();
  }

  /** @return the world with a new process alone, once all others have ended, in which nothing goes wrong any more */
  ModelWorld with(ModelProcess.Program program) {
    return new ModelWorld(atomic, time, entries,
                          List.of(new Running(ModelProcess.start(nextId, program, time), time, false, false)),
                          new Budget(0, 0, 0, 0), successes, allowed, nextId + 1);
  }

  /** @return the world once time has gone by for the only process there is */
  private ModelWorld later(long units) {
    Running each = running.get(0);
    return new ModelWorld(atomic, time + units, entries,
                          List.of(new Running(each.process().with("paused", time + units), time + units, false, false)), left,
                          successes, allowed, nextId);
  }

  /** @return what may come next */
  List<ModelWorld> next() {
    List<ModelWorld> worlds = new ArrayList<>();
    for (int i = 0; i < running.size(); i++) {
      Step step = running.get(i).process().next();
      if (step.operation().equals("callback")) {
        ModelWorld came = came(i);
        worlds.add(came.taken(i, came.running.get(i).process().next(), null, true));
      } else if (step.operation().equals("pause")) {
        worlds.add(later(LEASE));
      } else if (step.operation().equals("flow")) {
        goOn(i, worlds);
      } else {
        worlds.add(taken(i, step, null, true));
        if (left.brokenSteps() > 0) {
          worlds.add(taken(i, step, Failure.BROKEN, false));
          worlds.add(taken(i, step, Failure.BROKEN, true));
        }
      }
      if (left.crashes() > 0 && !step.operation().equals("callback")) {
        worlds.add(crashed(i));
      }
    }
    if (left.timeUnits() > 0 && running.stream().allMatch(this::mayWait)) {
      worlds.add(new ModelWorld(atomic, time + 1, entries, running,
                                new Budget(left.crashes(), left.brokenSteps(), left.failingFlows(), left.timeUnits() - 1),
                                successes, allowed, nextId));
    }
    return worlds;
  }

  /**
   * No process stands still while it runs the flow, or between its end and the store's hearing of it, and no entry is taken away
   * later than half a lease after that was asked for.
   */
  private boolean mayWait(Running each) {
    String operation = each.process().next().operation();
    boolean inTime = !operation.equals("flow") && !operation.equals("remove") || each.since() == time;
    return inTime && !each.renewing() && (!each.succeeded() || isDone());
  }

  private boolean isDone() {
    return entries.keySet().stream().anyMatch(StoreKeys::isDone);
  }

  private void goOn(int index, List<ModelWorld> worlds) {
    Running each = running.get(index);
    worlds.add(replaced(index, each.process().with("ok", time), false, true, left, successes + 1, entries));
    if (left.failingFlows() > 0) {
      worlds.add(replaced(index, each.process().with("failed", time), false, false,
                          new Budget(left.crashes(), left.brokenSteps(), left.failingFlows() - 1, left.timeUnits()), successes,
                          entries));
    }
    if (each.since() < time) {
      worlds.add(replaced(index, each.process().with("renew", time), true, false, left, successes, entries));
    }
  }

  /** A callback comes with the first step that it causes. */
  private ModelWorld came(int index) {
    Running each = running.get(index);
    return replaced(index, each.process().with("came", time), false, false, left, successes, entries);
  }

  private ModelWorld taken(int index, Step step, Failure failure, boolean effect) {
    TreeMap<String, String> after = new TreeMap<>(entries);
    Object result = effect ? effectOf(step, after) : null;
    Budget budget = failure == null ? left
        : new Budget(left.crashes(), left.brokenSteps() - 1, left.failingFlows(), left.timeUnits());
    Running each = running.get(index);
    return replaced(index, each.process().with(failure == null ? result : failure, time), each.renewing(), each.succeeded(),
                    budget, successes, after);
  }

  private Object effectOf(Step step, TreeMap<String, String> after) {
    switch (step.operation()) {
      case "contains":
        return after.containsKey(step.key());
      case "retrieve":
        return after.containsKey(step.key()) ? after.get(step.key()) : Failure.MISSING;
      case "remove":
        String removed = after.remove(step.key());
        return removed == null ? Failure.MISSING : removed;
      case "write":
        after.put(step.key(), step.value());
        return "written";
      default:
        if (after.containsKey(step.key())) {
          return Failure.EXISTS;
        }
        if (atomic) {
          after.put(step.key(), step.value());
        }
        return !atomic;
    }
  }

  private ModelWorld crashed(int index) {
    Running each = running.get(index);
    List<Running> others = new ArrayList<>(running);
    others.set(index, new Running(ModelProcess.start(nextId, each.process().program(), time), time, false, false));
    return new ModelWorld(atomic, time, entries, others,
                          new Budget(left.crashes() - 1, left.brokenSteps(), left.failingFlows(), left.timeUnits()), successes,
                          allowed + (each.succeeded() && !isDone() ? 1 : 0), nextId + 1);
  }

  private ModelWorld replaced(int index, ModelProcess process, boolean renewing, boolean succeeded, Budget budget, int ends,
                              Map<String, String> after) {
    List<Running> others = new ArrayList<>(running);
    if (process.next() == null) {
      others.remove(index);
    } else {
      boolean inFlow = process.next().operation().equals("flow");
      others.set(index, new Running(process, time, renewing && !inFlow, succeeded && !inFlow));
    }
    return new ModelWorld(atomic, time, after, others, budget, ends, allowed, nextId);
  }

  /** @return what tells it from all other worlds of a test */
  long signature() {
    long hash = ModelProcess.mix(time + 10 * successes + 100 * allowed + 1_000 * nextId, left);
    hash = ModelProcess.mix(hash, entries);
    for (Running each : running) {
      hash = ModelProcess.mix(hash, each.signature());
    }
    return hash;
  }

  @Override
  public String toString() {
    return time + " " + entries + " " + running + " " + left + " " + successes + "/" + allowed;
  }
}
