package org.muletwilio.internal.callback.claim;

import org.mule.runtime.api.store.ObjectStoreException;

import java.util.ArrayList;
import java.util.List;

/**
 * A process of a node, as far as it has come: the results of all that it has asked of its surroundings. What it asks next is
 * found by running it anew with these results, so that no thread is needed and each order of steps can be tried. Immutable.
 */
final class ModelProcess {

  /** What a process asks of its surroundings: an operation of the store, or how its flow goes on. */
  record Step(String operation, String key, String value) {}

  /** What a process does; its surroundings are the only thing that it may look at. */
  @FunctionalInterface
  interface Program {

    void run(ModelSurroundings surroundings) throws ObjectStoreException;
  }

  enum Failure {
    EXISTS, MISSING, BROKEN
  }

  /** Ends a run of the program where nothing is known yet of what it asks. */
  static final class Pause extends Error {

    private static final long serialVersionUID = 1L;
    private final transient Step step;

    Pause(Step step) {
      super(null, null, false, false);
      this.step = step;
    }
  }

  private final int id;
  private final Program program;
  private final List<Object> results;
  private final Step next;
  /** Two processes with the same one go on in the same way. */
  private final long signature;

  private ModelProcess(int id, Program program, List<Object> results, long now) {
    this.id = id;
    this.program = program;
    List<Object> known = new ArrayList<>(results);
    this.next = nextOf(id, program, known, now);
    this.results = known;
    long hash = id;
    for (Object each : known) {
      hash = mix(hash, each);
    }
    this.signature = hash;
  }

  /** @return a hash of a hash and a value; two of all that a test sees are hardly ever the same */
  static long mix(long hash, Object value) {
    long mixed = (hash ^ value.hashCode()) * 0x9E3779B97F4A7C15L;
    return (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
  }

  long signature() {
    return signature;
  }

  static ModelProcess start(int id, Program program, long now) {
    return new ModelProcess(id, program, List.of(), now);
  }

  /** @return what it asks next, or null where it has come to its end */
  Step next() {
    return next;
  }

  int id() {
    return id;
  }

  Program program() {
    return program;
  }

  /** @return the process once it has the result of what it asks next */
  ModelProcess with(Object result, long now) {
    List<Object> more = new ArrayList<>(results);
    more.add(result);
    return new ModelProcess(id, program, more, now);
  }

  @Override
  public String toString() {
    return id + "" + results;
  }

  private static Step nextOf(int id, Program program, List<Object> known, long now) {
    try {
      program.run(new ModelSurroundings(id, known, now));
      return null;
    } catch (Pause pause) {
      return pause.step;
    } catch (ObjectStoreException e) {
      throw new AssertionError("a process must mind a store that fails", e);
    }
  }
}
