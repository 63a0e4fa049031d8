package org.muletwilio.testkit.module.content;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.testkit.expression.value.Text;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Headers and parameters, as expressions make them: their values may be numbers or the like. */
public final class Params {

  private Params() {}

  /**
   * @param action called with each name and value; a null value is left out
   */
  @SuppressWarnings("unchecked")
  public static void forEach(Map<?, ?> params, BiConsumer<String, String> action) {
    for (Object name : params.keySet()) {
      List<?> values = params instanceof MultiMap<?, ?> ? ((MultiMap<Object, ?>) params).getAll(name)
          : Collections.singletonList(params.get(name));
      for (Object value : values) {
        if (value != null) {
          action.accept(Text.of(name), Text.of(value));
        }
      }
    }
  }
}
