package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.FunctionValue;
import org.muletwilio.testkit.expression.value.Values;

import java.util.Set;

/** {@code dw::Runtime}: failing on purpose, and going on after a failure. */
final class RuntimeLibrary {

  private RuntimeLibrary() {}

  static Library library() {
    return new Library("dw::Runtime")
        .add("fail", 0, 1, arguments -> {
          throw new ExpressionFailedException(arguments.text(0, "Error"));
        })
        .addLambdas("failIf", 2, 3, Set.of(1), RuntimeLibrary::failIf)
        .addLambdas("try", 1, Set.of(0), arguments -> attempt(arguments.function(0)))
        .addLambda("orElse", arguments -> succeeded(arguments) ? arguments.object(0).get("result") : arguments.function(1).call())
        .addLambda("orElseTry", arguments -> succeeded(arguments) ? arguments.at(0) : attempt(arguments.function(1)));
  }

  private static Object failIf(Arguments arguments) {
    if (Values.isTrue(Values.plain(arguments.function(1).call(arguments.typed(0))))) {
      throw new ExpressionFailedException(arguments.text(2, "Failed"));
    }
    return arguments.typed(0);
  }

  private static boolean succeeded(Arguments arguments) {
    return Values.isTrue(arguments.object(0).get("success"));
  }

  private static DataObject attempt(FunctionValue delegate) {
    try {
      return DataObject.of("success", true, "result", Content.bare(delegate.call()));
    } catch (ExpressionFailedException e) {
      return DataObject.of("success", false, "error", DataObject.of("message", e.getMessage()));
    }
  }
}
