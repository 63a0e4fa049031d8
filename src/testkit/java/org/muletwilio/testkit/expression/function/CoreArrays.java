package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.FunctionValue;
import org.muletwilio.testkit.expression.value.Numbers;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code dw::Core} does with arrays; a text is an array of its characters to some of it. */
final class CoreArrays {

  private CoreArrays() {}

  static Library library() {
    return new Library("dw::Core")
        .addLambda("map", CoreArrays::map)
        .addLambda("filter", CoreArrays::filter)
        .addLambda("flatMap", arguments -> flattened(map(arguments)))
        .addLambda("reduce", CoreArrays::reduce)
        .addLambda("orderBy", CoreArrays::orderBy)
        .addLambda("groupBy", CoreArrays::groupBy)
        .addLambda("distinctBy", CoreArrays::distinctBy)
        .addLambda("maxBy", arguments -> extreme(arguments.list(0), arguments.function(1), 1))
        .addLambda("minBy", arguments -> extreme(arguments.list(0), arguments.function(1), -1))
        .add("max", 1, arguments -> extreme(arguments.list(0), IDENTITY, 1))
        .add("min", 1, arguments -> extreme(arguments.list(0), IDENTITY, -1))
        .add("flatten", 1, arguments -> flattened(arguments.list(0)))
        .add("joinBy", 2, arguments -> arguments.list(0).stream().map(Text::of).collect(Collectors.joining(arguments.text(1))))
        .add("sum", 1, arguments -> sum(arguments.list(0)))
        .add("avg", 1, arguments -> Numbers.narrowed(Numbers.divide(Numbers.of(sum(arguments.list(0))),
                                                                    BigDecimal.valueOf(arguments.list(0).size()))))
        .add("zip", 2, arguments -> zip(arguments.list(0), arguments.list(1)))
        .add("unzip", 1, arguments -> unzip(arguments.list(0)))
        .add("to", 2, arguments -> range(arguments.whole(0), arguments.whole(1)))
        .nullable("map", "filter", "flatMap", "reduce", "orderBy", "groupBy", "distinctBy", "flatten", "joinBy");
  }

  private static final FunctionValue IDENTITY = new FunctionValue("identity", 1, 1, arguments -> arguments[0]);

  static List<Object> range(int from, int to) {
    IntStream range = from <= to ? IntStream.rangeClosed(from, to) : IntStream.rangeClosed(-from, -to).map(i -> -i);
    return range.boxed().collect(Collectors.toCollection(ArrayList::new));
  }

  private static List<Object> map(Arguments arguments) {
    List<?> items = arguments.list(0);
    List<Object> mapped = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      mapped.add(Content.bare(arguments.function(1).call(items.get(i), i)));
    }
    return mapped;
  }

  private static Object filter(Arguments arguments) {
    List<?> items = itemsOf(arguments);
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (Values.isTrue(Values.plain(arguments.function(1).call(items.get(i), i)))) {
        kept.add(items.get(i));
      }
    }
    return arguments.isText(0) ? kept.stream().map(Text::of).collect(Collectors.joining()) : kept;
  }

  private static Object reduce(Arguments arguments) {
    List<?> items = itemsOf(arguments);
    FunctionValue callback = arguments.function(1);
    boolean hasStart = callback.least() == 1 && callback.most() > 1;
    if (items.isEmpty()) {
      return hasStart ? callback.defaults().get(1).get() : null;
    }
    Object result = hasStart ? callback.call(items.get(0)) : items.get(0);
    for (Object item : items.subList(1, items.size())) {
      result = callback.call(item, result);
    }
    return result;
  }

  private static Object orderBy(Arguments arguments) {
    FunctionValue criteria = arguments.function(1);
    if (arguments.isObject(0)) {
      List<Field> fields = new ArrayList<>(arguments.object(0).fields());
      fields.sort((a, b) -> Comparison.compare(criteria.call(a.attributed(), a.name()), criteria.call(b.attributed(), b.name())));
      return new DataObject(fields);
    }
    List<Object> items = new ArrayList<>(arguments.list(0));
    items.sort((a, b) -> Comparison.compare(criteria.call(a, 0), criteria.call(b, 0)));
    return items;
  }

  private static Object groupBy(Arguments arguments) {
    FunctionValue criteria = arguments.function(1);
    if (arguments.isObject(0)) {
      Map<String, List<Field>> groups = new LinkedHashMap<>();
      arguments.object(0).fields().forEach(field -> groups
          .computeIfAbsent(Text.of(criteria.call(field.attributed(), field.name())), key -> new ArrayList<>()).add(field));
      return new DataObject(groups.entrySet().stream().map(each -> Field.of(each.getKey(), new DataObject(each.getValue())))
          .toList());
    }
    Map<String, List<Object>> groups = new LinkedHashMap<>();
    List<?> items = itemsOf(arguments);
    for (int i = 0; i < items.size(); i++) {
      groups.computeIfAbsent(Text.of(criteria.call(items.get(i), i)), key -> new ArrayList<>()).add(items.get(i));
    }
    boolean text = arguments.isText(0);
    return new DataObject(groups.entrySet().stream().map(each -> Field.of(each.getKey(), text
        ? each.getValue().stream().map(Text::of).collect(Collectors.joining()) : each.getValue())).toList());
  }

  private static Object distinctBy(Arguments arguments) {
    FunctionValue criteria = arguments.function(1);
    List<Object> seen = new ArrayList<>();
    if (arguments.isObject(0)) {
      return new DataObject(arguments.object(0).fields().stream()
          .filter(field -> isNew(seen, criteria.call(field.attributed(), field.name()))).toList());
    }
    List<Object> kept = new ArrayList<>();
    List<?> items = arguments.list(0);
    for (int i = 0; i < items.size(); i++) {
      if (isNew(seen, criteria.call(items.get(i), i))) {
        kept.add(items.get(i));
      }
    }
    return kept;
  }

  private static boolean isNew(List<Object> seen, Object value) {
    boolean isNew = seen.stream().noneMatch(each -> Comparison.equal(each, value));
    seen.add(value);
    return isNew;
  }

  private static Object extreme(List<?> items, FunctionValue criteria, int sign) {
    Comparator<Object> order = (a, b) -> sign * Comparison.compare(criteria.call(a), criteria.call(b));
    BinaryOperator<Object> first = (a, b) -> order.compare(b, a) > 0 ? b : a;
    return items.stream().map(Object.class::cast).reduce(first).map(Values::plain).orElse(null);
  }

  private static List<Object> flattened(List<?> items) {
    List<Object> flat = new ArrayList<>();
    for (Object item : items) {
      Object bare = Content.bare(item);
      flat.addAll(Values.isArray(bare) ? Values.list(bare) : Collections.singletonList(item));
    }
    return flat;
  }

  private static Object sum(List<?> items) {
    return Numbers.narrowed(items.stream().map(item -> Numbers.of(Content.bare(item))).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static List<Object> zip(List<?> left, List<?> right) {
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      List<Object> pair = new ArrayList<>();
      pair.add(left.get(i));
      pair.add(right.get(i));
      pairs.add(pair);
    }
    return pairs;
  }

  private static List<Object> unzip(List<?> rows) {
    int columns = rows.stream().mapToInt(row -> Values.list(row).size()).min().orElse(0);
    List<Object> unzipped = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      int column = i;
      unzipped.add(rows.stream().map(row -> Values.list(row).get(column)).collect(Collectors.toCollection(ArrayList::new)));
    }
    return unzipped;
  }

  /** The characters of a text count as items. */
  private static List<?> itemsOf(Arguments arguments) {
    return arguments.isText(0) ? arguments.text(0).codePoints().mapToObj(Character::toString).toList() : arguments.list(0);
  }
}
