package org.muletwilio.testkit.check;

import java.util.List;
import java.util.stream.Collectors;

/** An application with problems. The message has all of them, one on each line. */
public final class FaultyApplicationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  FaultyApplicationException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n  ", problems.size() == 1 ? "" : "\n  ", "")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
