package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.FunctionValue;
import org.muletwilio.testkit.expression.value.Numbers;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code dw::core::Arrays}. */
final class ArraysLibrary {

  private ArraysLibrary() {}

  static Library library() {
    return new Library("dw::core::Arrays")
        .addLambda("countBy", arguments -> (int) arguments.list(0).stream().filter(item -> holds(arguments, item)).count())
        .addLambda("sumBy", arguments -> Numbers.narrowed(arguments.list(0).stream()
            .map(item -> Numbers.of(Content.bare(arguments.function(1).call(item)))).reduce(BigDecimal.ZERO, BigDecimal::add)))
        .addLambda("firstWith", arguments -> firstWith(arguments))
        .addLambda("partition", arguments -> DataObject.of("success", kept(arguments, true), "failure", kept(arguments, false)))
        .addLambda("takeWhile", arguments -> part(arguments.list(0), 0, firstThatFails(arguments)))
        .addLambda("dropWhile", arguments -> part(arguments.list(0), firstThatFails(arguments), Integer.MAX_VALUE))
        .addLambda("splitWhere", arguments -> split(arguments.list(0), indexWhere(arguments)))
        .addLambda("indexWhere", ArraysLibrary::indexWhere)
        .add("take", 2, arguments -> part(arguments.list(0), 0, arguments.whole(1)))
        .add("drop", 2, arguments -> part(arguments.list(0), arguments.whole(1), Integer.MAX_VALUE))
        .add("slice", 3, arguments -> part(arguments.list(0), arguments.whole(1), arguments.whole(2)))
        .add("splitAt", 2, arguments -> split(arguments.list(0), arguments.whole(1)))
        .add("divideBy", 2, arguments -> divided(arguments.list(0), arguments.whole(1)))
        .nullable("countBy", "sumBy", "firstWith", "partition", "takeWhile", "dropWhile", "splitWhere", "indexWhere", "take",
                  "drop", "slice", "splitAt", "divideBy")
        .addLambda("every", arguments -> arguments.list(0).stream().allMatch(item -> holds(arguments, item)))
        .onNull(true, "every")
        .addLambda("some", arguments -> arguments.list(0).stream().anyMatch(item -> holds(arguments, item)))
        .onNull(false, "some")
        .add("indexOf", 2, arguments -> IntStream.range(0, arguments.list(0).size())
            .filter(i -> Comparison.equal(arguments.list(0).get(i), arguments.at(1))).findFirst().orElse(-1))
        .addLambdas("join", 4, Set.of(2, 3), arguments -> join(arguments, false, false))
        .addLambdas("leftJoin", 4, Set.of(2, 3), arguments -> join(arguments, true, false))
        .addLambdas("outerJoin", 4, Set.of(2, 3), arguments -> join(arguments, true, true));
  }

  private static boolean holds(Arguments arguments, Object item) {
    return Values.isTrue(Values.plain(arguments.function(1).call(item)));
  }

  private static Object firstWith(Arguments arguments) {
    List<?> items = arguments.list(0);
    for (int i = 0; i < items.size(); i++) {
      if (Values.isTrue(Values.plain(arguments.function(1).call(items.get(i), i)))) {
        return items.get(i);
      }
    }
    return null;
  }

  private static List<Object> kept(Arguments arguments, boolean which) {
    return arguments.list(0).stream().filter(item -> holds(arguments, item) == which)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static int firstThatFails(Arguments arguments) {
    List<?> items = arguments.list(0);
    return IntStream.range(0, items.size()).filter(i -> !holds(arguments, items.get(i))).findFirst().orElse(items.size());
  }

  private static int indexWhere(Arguments arguments) {
    List<?> items = arguments.list(0);
    return IntStream.range(0, items.size()).filter(i -> holds(arguments, items.get(i))).findFirst().orElse(-1);
  }

  static List<Object> part(List<?> items, int from, int until) {
    int end = Math.max(0, Math.min(items.size(), until));
    return new ArrayList<>(items.subList(Math.max(0, Math.min(from, end)), end));
  }

  private static DataObject split(List<?> items, int place) {
    return DataObject.of("l", part(items, 0, place), "r", part(items, place, Integer.MAX_VALUE));
  }

  private static List<Object> divided(List<?> items, int amount) {
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < items.size(); i += amount) {
      parts.add(part(items, i, i + amount));
    }
    return parts;
  }

  private static Object join(Arguments arguments, boolean keepsLeft, boolean keepsRight) {
    List<?> rights = arguments.list(1);
    List<Object> joined = new ArrayList<>();
    Set<Object> found = new HashSet<>();
    for (Object left : arguments.list(0)) {
      String id = id(arguments.function(2), left);
      List<?> matching = rights.stream().filter(right -> id(arguments.function(3), right).equals(id)).toList();
      matching.forEach(right -> joined.add(DataObject.of("l", left, "r", right)));
      found.addAll(matching);
      if (matching.isEmpty() && keepsLeft) {
        joined.add(DataObject.of("l", left));
      }
    }
    rights.stream().filter(right -> keepsRight && !found.contains(right)).forEach(right -> joined.add(DataObject.of("r", right)));
    return joined;
  }

  private static String id(FunctionValue criteria, Object item) {
    return Text.of(criteria.call(item));
  }
}
