package org.muletwilio.internal.callback;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Stands in for what Mule gives to the connector. */
public final class Fakes {

  private Fakes() {}

  /**
   * @param answers what methods answer, by their names; those that are not named answer the fake itself where its type allows,
   * else null
   */
  @SuppressWarnings("unchecked")
  public static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> answers, Class<?>... more) {
    Class<?>[] types = new Class<?>[more.length + 1];
    types[0] = type;
    System.arraycopy(more, 0, types, 1, more.length);
    return (T) Proxy.newProxyInstance(type.getClassLoader(), types, (proxy, method, arguments) -> {
      Function<Object[], Object> answer = answers.get(method.getName());
      if (answer != null) {
        return answer.apply(arguments);
      }
      return method.getReturnType().isInstance(proxy) ? proxy : null;
    });
  }

  /** Gives an object what Mule's registry would inject. */
  public static void inject(Object into, String field, Object value) throws ReflectiveOperationException {
    Field injected = into.getClass().getDeclaredField(field);
    injected.setAccessible(true);
    injected.set(into, value);
  }
}
