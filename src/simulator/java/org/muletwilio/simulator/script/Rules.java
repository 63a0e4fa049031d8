package org.muletwilio.simulator.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens, by sender and recipient. The outcomes of a rule are used one after the other, and the last one stays. Of several
 * rules the most specific one counts: sender and recipient, then the recipient, then the sender, then {@code *} for all.
 *
 * @param <T> an outcome
 */
public final class Rules<T> {

  /** Stands for any sender or recipient. */
  public static final String ANY = "*";

  /**
   * Whom a rule is for.
   *
   * @param from the sender, or {@link #ANY}
   * @param to the recipient, or {@link #ANY}
   */
  public record Parties(String from, String to) {

    /** Reads {@code +14155550100}, the recipient, or {@code +15005550006/+14155550100}, sender and recipient. */
    public static Parties parse(String text) {
      int slash = text.indexOf('/');
      return slash < 0 ? new Parties(ANY, text) : new Parties(text.substring(0, slash), text.substring(slash + 1));
    }
  }

  /**
   * A rule as it is now.
   *
   * @param outcomes in their order
   * @param used how often it was used
   */
  public record Rule<T>(Parties parties, List<T> outcomes, int used) {

    public Rule {
      outcomes = List.copyOf(outcomes);
    }

    /** The outcomes that are not used up; the last one stays. */
    public List<T> left() {
      return outcomes.subList(Math.min(used, outcomes.size() - 1), outcomes.size());
    }

    /** What it gives next. */
    public T next() {
      return outcomes.get(Math.min(used, outcomes.size() - 1));
    }
  }

  private final Map<Parties, Rule<T>> rules = new LinkedHashMap<>();
  private final T otherwise;

  /** @param otherwise what happens where no rule is */
  Rules(T otherwise) {
    this.otherwise = otherwise;
  }

  /** Sets or replaces the rule for these parties. */
  public synchronized void set(Parties parties, List<T> outcomes) {
    if (outcomes.isEmpty()) {
      throw new IllegalArgumentException("No outcome is given");
    }
    rules.put(parties, new Rule<>(parties, outcomes, 0));
  }

  public synchronized boolean remove(Parties parties) {
    return rules.remove(parties) != null;
  }

  public synchronized void clear() {
    rules.clear();
  }

  public synchronized List<Rule<T>> all() {
    return new ArrayList<>(rules.values());
  }

  /** The outcome for these parties, which the next ones won't get if its rule has others. */
  synchronized T next(String from, String to) {
    Optional<Rule<T>> found = List.of(new Parties(from, to), new Parties(ANY, to), new Parties(from, ANY), new Parties(ANY, ANY))
        .stream().filter(rules::containsKey).findFirst().map(rules::get);
    found.ifPresent(rule -> rules.put(rule.parties, new Rule<>(rule.parties, rule.outcomes, rule.used + 1)));
    return found.map(Rule::next).orElse(otherwise);
  }
}
