package org.muletwilio.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is told all at once, and defaults are the same everywhere. */
class HttpCallbackConfigTest {

  /** Without the element, what the fields are made with counts; with it, the default values that Mule sets. */
  @ParameterizedTest
  @MethodSource("parameters")
  void theDefaultsAreTheSameWithAndWithoutTheElement(Field parameter) throws Exception {
    parameter.setAccessible(true);
    Object made = parameter.get(new HttpCallbackConfig());
    assertEquals(parameter.getAnnotation(Optional.class).defaultValue(), made == null ? Optional.NULL : made.toString());
  }

  @Test
  void allThatIsWrongIsToldAtOnce() throws Exception {
    Map<String, Object> wrong = Map.of("domain", "[/x]", "localPort", 0, "remotePort", 70000, "path", "/a b", "publicPath", "/c*",
        "tunnelAgentPort", -1, "maxConcurrency", 0, "duplicateWindow", -5, "objectStore", " ", "flowTimeout", 0);
    HttpCallbackConfig config = new HttpCallbackConfig();
    for (Field parameter : parameters().toList()) {
      if (wrong.containsKey(parameter.getName())) {
        set(config, parameter, wrong.get(parameter.getName()));
      }
    }
    String message = assertThrows(IllegalArgumentException.class, () -> config.toSettings(() -> 8081, java.util.Optional.empty()))
        .getMessage();
    assertTrue(message.startsWith("10 settings are wrong. (1) "), message);
    wrong.forEach((name, value) -> assertTrue(message.contains(name + " is "), name + " is missing in: " + message));
  }

  @Test
  void aSingleProblemIsToldPlainly() throws Exception {
    HttpCallbackConfig config = new HttpCallbackConfig();
    set(config, HttpCallbackConfig.class.getDeclaredField("localPort"), 0);
    assertEquals("localPort is 0: a port is a number from 1 to 65535", assertThrows(IllegalArgumentException.class,
        () -> config.toSettings(() -> 8081, java.util.Optional.empty())).getMessage());
  }

  static Stream<Field> parameters() {
    return Stream.of(HttpCallbackConfig.class, CallbackProcessingConfig.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .filter(field -> field.isAnnotationPresent(Parameter.class));
  }

  private static void set(HttpCallbackConfig config, Field parameter, Object value) throws Exception {
    parameter.setAccessible(true);
    parameter.set(config, value);
  }
}
