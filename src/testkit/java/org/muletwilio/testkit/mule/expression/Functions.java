package org.muletwilio.testkit.mule.expression;

import org.mule.runtime.api.el.BindingContext;
import org.mule.runtime.api.el.ExpressionFunction;
import org.mule.runtime.api.el.ExpressionModule;
import org.mule.runtime.api.metadata.TypedValue;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Variables and functions by name: those that Mule and extensions bind ({@code p}, {@code lookup}, {@code Namespace::name}), and
 * the few of DataWeave's own that are known here.
 */
final class Functions {

  private static final Map<String, Function<Object[], Object>> OF_DATA_WEAVE = Map.ofEntries(
      Map.entry("now", of(0, arguments -> ZonedDateTime.now())),
      Map.entry("uuid", of(0, arguments -> UUID.randomUUID().toString())),
      Map.entry("upper", of(1, arguments -> text(arguments[0]).toUpperCase(Locale.ROOT))),
      Map.entry("lower", of(1, arguments -> text(arguments[0]).toLowerCase(Locale.ROOT))),
      Map.entry("trim", of(1, arguments -> text(arguments[0]).trim())),
      Map.entry("sizeOf", of(1, arguments -> sizeOf(arguments[0]))),
      Map.entry("isEmpty", of(1, arguments -> arguments[0] == null || sizeOf(arguments[0]) == 0)),
      Map.entry("contains", of(2, arguments -> arguments[0] instanceof Collection
          ? ((Collection<?>) arguments[0]).stream().anyMatch(item -> Operators.areEqual(item, arguments[1]))
          : text(arguments[0]).contains(text(arguments[1])))),
      Map.entry("startsWith", of(2, arguments -> text(arguments[0]).startsWith(text(arguments[1])))),
      Map.entry("endsWith", of(2, arguments -> text(arguments[0]).endsWith(text(arguments[1])))),
      Map.entry("joinBy", of(2, arguments -> String.join(text(arguments[1]),
                                                        Coercion.list(arguments[0]).stream().map(Coercion::text).toList()))));

  private Functions() {}

  static Object variable(String name, BindingContext bindings) {
    return bindings.lookup(name)
        .orElseThrow(() -> new ExpressionFailedException("Unable to resolve reference of: '" + name + "'"));
  }

  static Expression call(String name, List<Expression> arguments) {
    return bindings -> {
      Object[] values = arguments.stream().map(argument -> Operators.unwrap(argument.evaluate(bindings))).toArray();
      Object bound = Operators.unwrap(bound(name, bindings));
      if (bound instanceof ExpressionFunction) {
        return ((ExpressionFunction) bound).call(values, bindings);
      }
      Function<Object[], Object> function = OF_DATA_WEAVE.get(name);
      if (function == null) {
        throw new ExpressionFailedException("Unable to resolve function '" + name + "'");
      }
      return function.apply(values);
    };
  }

  private static TypedValue<?> bound(String name, BindingContext bindings) {
    int colons = name.indexOf("::");
    if (colons < 0) {
      return bindings.lookup(name).orElse(null);
    }
    for (ExpressionModule module : bindings.modules()) {
      if (module.namespace().toString().equals(name.substring(0, colons))) {
        return module.lookup(name.substring(colons + 2)).orElse(null);
      }
    }
    return null;
  }

  private static Function<Object[], Object> of(int parameters, Function<Object[], Object> body) {
    return arguments -> {
      if (arguments.length != parameters) {
        throw new ExpressionFailedException("A function takes " + parameters + " arguments, not " + arguments.length);
      }
      return body.apply(arguments);
    };
  }

  private static int sizeOf(Object value) {
    if (value instanceof CharSequence) {
      return ((CharSequence) value).length();
    }
    return value instanceof Map ? ((Map<?, ?>) value).size() : Coercion.list(value).size();
  }

  private static String text(Object value) {
    if (value == null) {
      throw new ExpressionFailedException("A text is needed, not null");
    }
    return Coercion.text(value);
  }
}
