package org.muletwilio.internal.callback.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.stream.IntStream.range;

import org.mule.runtime.api.util.MultiMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Writes the fields of a form as Twilio signs them. Twilio sends the fields of a kind of callback in the same order again and
 * again, and sorting 31 names takes as long as their HMAC: the order of the last ones is remembered. Thread-safe.
 */
public final class SignedFields {

  private static final int REMEMBERED = 64;
  /** Far above what Twilio sends, so that nobody fills the memory with names. */
  private static final int MOST_NAMES = 128;
  private static final int LONGEST_NAME = 64;

  private final AtomicReferenceArray<Order> orders = new AtomicReferenceArray<>(REMEMBERED);

  /** @return each name before each of its values, names and values sorted and told once, without anything between them */
  public byte[] textOf(MultiMap<String, String> fields) {
    Map<String, ? extends List<String>> valuesByName = fields.toListValuesMap();
    String[] names = valuesByName.keySet().toArray(new String[0]);
    List<?>[] values = valuesByName.values().toArray(new List<?>[0]);
    StringBuilder text = new StringBuilder(1024);
    for (int position : orderOf(names)) {
      append(text, names[position], values[position]);
    }
    return text.toString().getBytes(UTF_8);
  }

  private static void append(StringBuilder text, String name, List<?> values) {
    if (values.size() == 1) {
      text.append(name).append(values.get(0));
    } else {
      new TreeSet<>(values).forEach(value -> text.append(name).append(value));
    }
  }

  private int[] orderOf(String[] names) {
    int place = Arrays.hashCode(names) & REMEMBERED - 1;
    Order known = orders.get(place);
    if (known != null && Arrays.equals(known.names, names)) {
      return known.sorted;
    }
    Order order = new Order(names);
    if (names.length <= MOST_NAMES && Arrays.stream(names).allMatch(name -> name.length() <= LONGEST_NAME)) {
      orders.set(place, order);
    }
    return order.sorted;
  }

  /** The positions of some names when they are sorted. */
  private static final class Order {

    private final String[] names;
    private final int[] sorted;

    private Order(String[] names) {
      this.names = names;
      this.sorted = range(0, names.length).boxed().sorted(comparing(position -> names[position]))
          .mapToInt(Integer::intValue).toArray();
    }
  }
}
