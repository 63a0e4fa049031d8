package org.muletwilio.internal.validation;

import static java.util.Arrays.asList;

import java.util.List;
import java.util.Optional;

/** Of some parameters of an operation one must be set, though none of them is required by itself. */
final class RequiredParameter {

  private final String operation;
  private final String alwaysThere;
  private final String problem;
  private final List<String> alternatives;

  /**
   * @param operation the element's name
   * @param alwaysThere a parameter without which Mule refuses the operation: where it is missing, not all attributes are known
   * @param problem what is wrong where none is set
   * @param alternatives the parameters
   */
  RequiredParameter(String operation, String alwaysThere, String problem, String... alternatives) {
    this.operation = operation;
    this.alwaysThere = alwaysThere;
    this.problem = problem;
    this.alternatives = asList(alternatives);
  }

  Optional<String> problem(ConfiguredOperation configured) {
    return configured.getName().equals(operation) && configured.getAttributes().containsKey(alwaysThere)
        && alternatives.stream().allMatch(configured::isWithout) ? Optional.of(problem) : Optional.empty();
  }
}
