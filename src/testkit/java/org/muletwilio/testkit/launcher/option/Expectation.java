package org.muletwilio.testkit.launcher.option;

import org.muletwilio.testkit.project.UsageException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The callbacks that a flow is to receive.
 *
 * @param flow the flow's name
 * @param statuses one set for each callback: the statuses, in Twilio's words, of which one must come; in no order, since Twilio
 *        promises none; what is named twice must come twice. Empty if any callback will do
 */
public record Expectation(String flow, List<Set<String>> statuses) {

  /**
   * @param text {@code flow}, or {@code flow=status|status,status}
   * @throws UsageException if it is neither
   */
  static Expectation parse(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? of(text, "") : of(text.substring(0, equals), text.substring(equals + 1));
  }

  /**
   * @param statuses {@code status|status,status}, or nothing
   * @throws UsageException if that makes no expectation
   */
  static Expectation of(String flow, String statuses) {
    if (flow.isBlank()) {
      throw new UsageException("An expectation names a flow: flow=status|status,status");
    }
    return new Expectation(flow.strip(), split(statuses, ",").<Set<String>>map(each -> split(each, "\\|")
        .collect(Collectors.toCollection(LinkedHashSet::new))).toList());
  }

  /**
   * @param seen the statuses that the flow received
   * @return what is missing, as it was written
   */
  public List<String> missing(List<String> seen) {
    if (statuses.isEmpty()) {
      return seen.isEmpty() ? List.of("a callback") : List.of();
    }
    List<String> left = new ArrayList<>(seen);
    List<Set<String>> missing = new ArrayList<>(statuses);
    // those that leave a choice last, so that they don't take what another needs
    statuses.stream().sorted(Comparator.comparing(Set::size)).filter(any -> any.stream().anyMatch(left::remove))
        .forEach(missing::remove);
    return missing.stream().map(any -> String.join(" or ", any)).toList();
  }

  private static Stream<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator)).map(String::strip).filter(part -> !part.isEmpty());
  }
}
