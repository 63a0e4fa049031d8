package org.muletwilio.internal.callback.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.mule.runtime.api.util.MultiMap;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class SignedFieldsTest {

  private final SignedFields signedFields = new SignedFields();

  @Test
  void namesAndValuesAreSortedAndToldOnce() {
    MultiMap<String, String> fields = new MultiMap<>();
    fields.put("To", "2");
    fields.put("From", "1");
    fields.put("To", "1");
    fields.put("To", "2");
    fields.put("Body", "");
    assertEquals("BodyFrom1To1To2", textOf(fields));
    assertEquals("", textOf(new MultiMap<>()));
  }

  /** Far more sets and orders of names than it remembers, each more than once and with other values. */
  @Test
  void whatCameBeforeChangesNothing() {
    Random random = new Random(11);
    List<List<String>> orders = IntStream.range(0, 300).mapToObj(i -> names(random)).collect(toList());
    for (int i = 0; i < 5_000; i++) {
      MultiMap<String, String> fields = new MultiMap<>();
      for (String name : orders.get(random.nextInt(orders.size()))) {
        fields.put(name, "=" + random.nextInt());
      }
      assertEquals(new TreeMap<>(fields).entrySet().stream().map(each -> each.getKey() + each.getValue()).collect(joining()),
                   textOf(fields));
    }
  }

  /** Anybody may send names of any length. */
  @Test
  void namesAreRememberedUpToASizeAlone() {
    assertEquals(List.of(true, true, false, false), Stream.of(names(128, 5), names(1, 64), names(129, 5), names(1, 65))
        .map(this::isRemembered).collect(toList()));
  }

  private boolean isRemembered(MultiMap<String, String> fields) {
    WeakReference<String> name = new WeakReference<>(fields.keySet().iterator().next());
    signedFields.textOf(fields);
    fields.clear();
    System.gc();
    return name.get() != null;
  }

  private static MultiMap<String, String> names(int number, int length) {
    MultiMap<String, String> fields = new MultiMap<>();
    for (int i = 0; i < number; i++) {
      fields.put(String.format("%0" + length + "d", i), "x");
    }
    return fields;
  }

  private String textOf(MultiMap<String, String> fields) {
    return new String(signedFields.textOf(fields), UTF_8);
  }

  /** Now and then too many names to be remembered, or too long ones. */
  private static List<String> names(Random random) {
    int length = random.nextInt(20) == 0 ? 100 : 3;
    List<String> names = IntStream.range(0, random.nextInt(20) == 0 ? 200 : random.nextInt(8))
        .mapToObj(i -> random.ints(length, 'A', 'é').mapToObj(each -> "" + (char) each).collect(joining()))
        .distinct().collect(toList());
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
