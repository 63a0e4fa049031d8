package org.muletwilio.internal.callback.claim;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.claim.ModelWorld.Budget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tries every order in which the steps of some nodes can follow each other, with crashes, flows that fail, a store that fails
 * with or without an effect, and time that goes by. However that goes: in the end the flow has succeeded once. It may succeed
 * once more for each process that crashes after the flow has ended and before the store has heard of it, and in no other case.
 */
class ClaimsModelTest {

  private static final String SCENARIO =
      "callbacks of each node: {0}, atomic store {1}, {2} crashes, {3} broken steps, {4} failing flows, {5} units of time";

  @ParameterizedTest(name = SCENARIO)
  @CsvSource({
      "1-1, true,  0, 0, 1, 3",
      "2-2, true,  0, 0, 0, 2",
      "2-2, false, 0, 0, 0, 0",
      "1-2, true,  0, 0, 0, 3",
      "1-1, false, 0, 0, 1, 2",
      "1-1, true,  1, 0, 0, 3",
      "1-1, false, 1, 0, 0, 0",
      "1-1, true,  0, 1, 1, 0"})
  void eachStatusRunsItsFlowToItsEndOnce(String callbacks, boolean atomic, int crashes, int broken, int failing, int units) {
    explore(callbacks, atomic, new Budget(crashes, broken, failing, units));
  }

  @ParameterizedTest(name = SCENARIO)
  @EnabledIfSystemProperty(named = "model", matches = "deep")
  @CsvSource({
      "2-2,   true,  0, 0, 1, 3",
      "2-2,   false, 0, 0, 1, 1",
      "1-3,   true,  0, 0, 0, 4",
      "1-1,   true,  2, 0, 1, 3",
      "1-1,   false, 1, 0, 1, 3",
      "1-1,   true,  0, 2, 1, 2",
      "1-1-1, true,  0, 0, 1, 2",
      "1-2-1, true,  0, 0, 0, 2",
      "1-1-1, false, 0, 0, 0, 0"})
  void eachStatusRunsItsFlowToItsEndOnceInMoreWorlds(String callbacks, boolean atomic, int crashes, int broken, int failing,
                                                     int units) {
    explore(callbacks, atomic, new Budget(crashes, broken, failing, units));
  }

  private static void explore(String callbacks, boolean atomic, Budget budget) {
    List<ModelProcess.Program> nodes = Stream.of(callbacks.split("-")).map(Integer::valueOf)
        .<ModelProcess.Program>map(number -> surroundings -> receive(surroundings, number)).collect(toList());
    ModelWorld start = ModelWorld.of(atomic, budget, nodes);
    Set<Long> known = new HashSet<>();
    Deque<ModelWorld> todo = new ArrayDeque<>();
    todo.push(start);
    int ends = 0;
    while (!todo.isEmpty()) {
      ModelWorld world = todo.pop();
      if (world.isOver()) {
        ends++;
        assertComesToItsEnd(world);
      } else {
        for (ModelWorld next : world.next()) {
          if (known.add(next.signature())) {
            todo.push(next);
          }
        }
      }
    }
    assertTrue(ends > 0);
  }

  /** What comes later, from Twilio or by a look-up. */
  private static void assertComesToItsEnd(ModelWorld end) {
    ModelWorld world = end.with(surroundings -> {
      Claims claims = claims(surroundings);
      for (int i = 0; i < 4; i++) {
        surroundings.pause();
        receive(surroundings, claims);
      }
    });
    while (!world.isOver()) {
      world = world.next().get(0);
    }
    assertTrue(world.successes() >= 1 && world.successes() <= world.allowed(), () -> "from " + end);
  }

  /** What a process does with each of some callbacks about the same event, as the connector does it. */
  private static void receive(ModelSurroundings surroundings, int callbacks) throws ObjectStoreException {
    Claims claims = claims(surroundings);
    for (int i = 0; i < callbacks; i++) {
      receive(surroundings, claims);
    }
  }

  private static Claims claims(ModelSurroundings surroundings) {
    return new Claims(surroundings, "t/", new ClaimWatch(ModelWorld.LEASE, surroundings::time), surroundings::token, () -> 0);
  }

  private static void receive(ModelSurroundings surroundings, Claims claims) {
    surroundings.callback();
    long begun = surroundings.time();
    try {
      ClaimResult result = claims.acquire("E");
      if (result.getClaim().isPresent()) {
        Claim claim = result.getClaim().get();
        if (surroundings.time() > begun) {
          claims.release(claim);
        } else {
          run(surroundings, claims, claim);
        }
      }
    } catch (ObjectStoreException e) {
      // answered 503
    }
  }

  private static void run(ModelSurroundings surroundings, Claims claims, Claim claim) throws ObjectStoreException {
    String end = surroundings.flow();
    for (int time = 0; end.equals("renew"); time++) {
      renew(claims, claim, time);
      end = surroundings.flow();
    }
    if (end.equals("ok")) {
      done(claims, claim);
      claims.clear(claim);
    } else {
      claims.release(claim);
    }
  }

  private static void renew(Claims claims, Claim claim, int time) {
    try {
      claims.renew(claim, time);
    } catch (ObjectStoreException e) {
      // the next time
    }
  }

  private static void done(Claims claims, Claim claim) throws ObjectStoreException {
    try {
      claims.done(claim);
    } catch (ObjectStoreException e) {
      claims.done(claim);
    }
  }
}
