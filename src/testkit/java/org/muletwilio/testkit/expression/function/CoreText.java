package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.FunctionValue;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code dw::Core} does with text, and what looks for parts of text and arrays. */
final class CoreText {

  private CoreText() {}

  static Library library() {
    return new Library("dw::Core")
        .add("upper", 1, arguments -> arguments.text(0).toUpperCase(Locale.ROOT))
        .add("lower", 1, arguments -> arguments.text(0).toLowerCase(Locale.ROOT))
        .add("trim", 1, arguments -> arguments.text(0).trim())
        .add("splitBy", 2, arguments -> split(arguments.text(0), pattern(arguments, 1)))
        .add("scan", 2, arguments -> pattern(arguments, 1).matcher(arguments.text(0)).results().map(CoreText::groups)
            .collect(Collectors.toCollection(ArrayList::new)))
        .add("match", 2, arguments -> match(arguments))
        .add("replace", 2, arguments -> replace(arguments))
        .nullable("upper", "lower", "trim", "splitBy", "scan", "match", "replace")
        .add("matches", 2, arguments -> pattern(arguments, 1).matcher(arguments.text(0)).matches())
        .add("startsWith", 2, arguments -> arguments.text(0).startsWith(arguments.text(1)))
        .add("endsWith", 2, arguments -> arguments.text(0).endsWith(arguments.text(1)))
        .add("contains", 2, CoreText::contains)
        .onNull(false, "matches", "startsWith", "endsWith", "contains")
        .add("isBlank", 1, arguments -> arguments.at(0) == null || arguments.text(0).isBlank())
        .addLambda("with", arguments -> arguments.at(0) == null ? null : arguments.function(0).call(arguments.function(1)))
        .add("find", 2, CoreText::find)
        .onNull(new ArrayList<>(), "find")
        .add("indexOf", 2, arguments -> indexOf(arguments, true))
        .add("lastIndexOf", 2, arguments -> indexOf(arguments, false))
        .onNull(-1, "indexOf", "lastIndexOf");
  }

  /** A regular expression as it is; a text as one that matches just that. */
  static Pattern pattern(Arguments arguments, int place) {
    return arguments.at(place) instanceof Pattern regex ? regex : Pattern.compile(Pattern.quote(arguments.text(place)));
  }

  private static List<Object> split(String text, Pattern separator) {
    return new ArrayList<>(Arrays.asList(separator.split(text)));
  }

  private static List<Object> groups(MatchResult found) {
    return IntStream.rangeClosed(0, found.groupCount()).mapToObj(found::group).collect(Collectors.toCollection(ArrayList::new));
  }

  private static List<Object> match(Arguments arguments) {
    Matcher matcher = pattern(arguments, 1).matcher(arguments.text(0));
    return matcher.matches() ? groups(matcher.toMatchResult()) : new ArrayList<>();
  }

  private static Object replace(Arguments arguments) {
    String text = arguments.text(0);
    Pattern matcher = pattern(arguments, 1);
    return new FunctionValue("replace", 1, 1, replacer -> matcher.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
        Text.of(Values.function(replacer[0]).call(groups(found), found.start())))));
  }

  private static Object contains(Arguments arguments) {
    if (!arguments.isText(0)) {
      return arguments.list(0).stream().anyMatch(item -> Comparison.equal(item, arguments.at(1)));
    }
    return pattern(arguments, 1).matcher(arguments.text(0)).find();
  }

  private static Object find(Arguments arguments) {
    if (!arguments.isText(0)) {
      List<?> items = arguments.list(0);
      return IntStream.range(0, items.size()).filter(i -> Comparison.equal(items.get(i), arguments.at(1))).boxed()
          .collect(Collectors.toCollection(ArrayList::new));
    }
    Matcher matcher = pattern(arguments, 1).matcher(arguments.text(0));
    boolean regex = TypeName.REGEX.accepts(arguments.at(1));
    return matcher.results().map(found -> regex ? places(found) : found.start()).collect(Collectors.toCollection(ArrayList::new));
  }

  private static Object places(MatchResult found) {
    return IntStream.rangeClosed(0, found.groupCount()).mapToObj(found::start).collect(Collectors.toCollection(ArrayList::new));
  }

  private static Object indexOf(Arguments arguments, boolean first) {
    if (arguments.isText(0)) {
      return first ? arguments.text(0).indexOf(arguments.text(1)) : arguments.text(0).lastIndexOf(arguments.text(1));
    }
    List<?> items = arguments.list(0);
    IntStream found = IntStream.range(0, items.size()).filter(i -> Comparison.equal(items.get(i), arguments.at(1)));
    return (first ? found.findFirst() : found.max()).orElse(-1);
  }
}
