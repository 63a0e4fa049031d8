package org.muletwilio.testkit.munit.interception;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mocks, spies and the processors that were called, from a test's start to its end.
 */
public final class Interceptions {

  private static final Set<String> NEVER_MOCKED = Set.of("mule:logger", "ee:transform");

  private final List<Mock> mocks = new ArrayList<>();
  private final List<Spy> spies = new ArrayList<>();
  private final List<ProcessorCall> calls = new ArrayList<>();

  /** What is answered for a processor. */
  record Mock(ProcessorFilter filter, ProcessorAnswer answer) {
  }

  /** The flows to run before and after a processor. */
  record Spy(ProcessorFilter filter, Optional<String> before, Optional<String> after) {
  }

  public synchronized void clear() {
    mocks.clear();
    spies.clear();
    calls.clear();
  }

  /**
   * @throws AssertionError if MUnit mocks no such processor
   */
  public synchronized void mock(ProcessorFilter filter, ProcessorAnswer answer) {
    if (NEVER_MOCKED.contains(filter.processor())) {
      throw new AssertionError("MUnit doesn't mock " + filter.processor());
    }
    mocks.add(new Mock(filter, answer));
  }

  public synchronized void spy(ProcessorFilter filter, Optional<String> before, Optional<String> after) {
    spies.add(new Spy(filter, before, after));
  }

  synchronized void add(ProcessorCall call) {
    calls.add(call);
  }

  /** @return the answer of the mock that names the most attributes, and of those the latest */
  synchronized Optional<ProcessorAnswer> answerOf(ProcessorCall call) {
    if (NEVER_MOCKED.contains(call.processor())) {
      return Optional.empty();
    }
    return mocks.stream().filter(mock -> mock.filter().accepts(call))
        .reduce((first, second) -> first.filter().attributeCount() > second.filter().attributeCount() ? first : second)
        .map(Mock::answer);
  }

  synchronized List<Spy> spiesOf(ProcessorCall call) {
    return spies.stream().filter(spy -> spy.filter().accepts(call)).toList();
  }

  public synchronized int countOf(ProcessorFilter filter) {
    return (int) calls.stream().filter(filter::accepts).count();
  }

  /** @return what was called, in the order of first calls, for a message */
  public synchronized String described() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    calls.forEach(call -> counts.merge(call.processor(), 1, Integer::sum));
    return counts.isEmpty() ? "nothing" : String.join(", ", counts.entrySet().stream()
        .map(each -> (each.getValue() == 1 ? "" : each.getValue() + " times ") + each.getKey()).toList());
  }
}
