package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A module of functions, such as {@code dw::core::Strings}. */
public final class Library {

  private final String name;
  private final Map<String, Builtin> functions = new LinkedHashMap<>();
  private final Map<String, TypeName> types = new LinkedHashMap<>();

  public Library(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  public Optional<Builtin> function(String functionName) {
    return Optional.ofNullable(functions.get(functionName));
  }

  public Set<String> names() {
    return Set.copyOf(functions.keySet());
  }

  /** @return the types that it names, as the language's own */
  public Map<String, TypeName> types() {
    return Map.copyOf(types);
  }

  public Library addType(String type, TypeName meaning) {
    types.put(type, meaning);
    return this;
  }

  /** Adds a function with so many parameters. */
  public Library add(String function, int parameters, Builtin.Body body) {
    return add(function, parameters, parameters, body);
  }

  /** Adds a function whose last parameters may be left out. */
  public Library add(String function, int least, int most, Builtin.Body body) {
    functions.put(function, new Builtin(function, least, most, Set.of(), body));
    return this;
  }

  /** Adds a function of two parameters, the second of which is a function. */
  public Library addLambda(String function, Builtin.Body body) {
    return addLambdas(function, 2, Set.of(1), body);
  }

  public Library addLambdas(String function, int parameters, Set<Integer> lambdas, Builtin.Body body) {
    return addLambdas(function, parameters, parameters, lambdas, body);
  }

  Library addLambdas(String function, int least, int most, Set<Integer> lambdas, Builtin.Body body) {
    functions.put(function, new Builtin(function, least, most, lambdas, body));
    return this;
  }

  /** Lets a function answer null, without being called, where its first argument is null. */
  public Library nullable(String... functionNames) {
    return onNull(null, functionNames);
  }

  /** Lets a function give the same answer wherever its first argument is null. */
  public Library onNull(Object answer, String... functionNames) {
    for (String function : functionNames) {
      Builtin strict = functions.get(function);
      functions.put(function, new Builtin(function, strict.least(), strict.most(), strict.lambdas(),
          arguments -> Values.plain(arguments.at(0)) == null ? answer : strict.body().call(arguments)));
    }
    return this;
  }

  Library addAll(Library other) {
    functions.putAll(other.functions);
    return this;
  }
}
