package org.muletwilio.api.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.CallbackKind;

import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all values of the API have in common: public builders, getters that anybody can call, and a way through a queue. */
class ResourceValuesTest {

  private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 11, 26, 1, 2, 3, 0, ZoneOffset.UTC);
  private static final PhoneNumberCapabilities CAPABILITIES =
      new PhoneNumberCapabilitiesBuilder().voice(true).sms(true).mms(false).fax(false).build();

  static Stream<Class<?>> builders() {
    return Stream.of(ApplicationBuilder.class, CallBuilder.class, CallerIdValidationBuilder.class,
                     IncomingPhoneNumberBuilder.class, MessageBuilder.class, ParticipantBuilder.class,
                     PhoneNumberCapabilitiesBuilder.class, RecordingBuilder.class, RequestErrorBuilder.class,
                     TranscriptionBuilder.class, CallbackAttributesBuilder.class);
  }

  /** A reader of Java beans, such as DataWeave, may look at the value's own class and need not make anything accessible. */
  @ParameterizedTest
  @MethodSource("builders")
  void whatIsSetCanBeReadAndPassesAQueue(Class<?> builderClass) throws Exception {
    Object value = filled(builderClass);
    assertTrue(Modifier.isPublic(value.getClass().getModifiers()), value.getClass().getName());
    Map<String, Object> properties = properties(value);
    assertFalse(properties.isEmpty());
    for (Map.Entry<String, Object> each : properties.entrySet()) {
      Method setter = setter(builderClass, each.getKey());
      assertEquals(sample(setter), each.getValue(), each.getKey());
    }
    Object read = throughAQueue(value);
    assertEquals(value, read);
    assertEquals(value.hashCode(), read.hashCode());
    assertEquals(properties, properties(read));
  }

  @Test
  void whatIsNotSetIsNull() {
    Message message = new MessageBuilder().sid("SM1").build();
    assertEquals("SM1", message.getSid());
    assertNull(message.getFrom());
    assertNull(message.getPrice());
    assertNull(new RequestErrorBuilder().status(500).build().getCode());
    assertNotEquals(message, new MessageBuilder().sid("SM2").build());
    assertEquals("delivered", new MessageBuilder().copyOf(message).status("delivered").build().getStatus());
    assertThrows(IllegalStateException.class, () -> new RequestErrorBuilder().build());
  }

  /** What is logged shows who and what, but no text of a message and no number of a person. */
  @Test
  void textsAndNumbersOfPeopleAreNotShown() throws Exception {
    for (Class<?> builder : new Class<?>[] {MessageBuilder.class, CallBuilder.class, ParticipantBuilder.class,
        CallbackAttributesBuilder.class}) {
      String shown = filled(builder).toString();
      assertTrue(shown.contains("status=status!"), shown);
      for (String hidden : new String[] {"body!", "from!", "to!", "label!", "publicUrl!", "remoteAddress!"}) {
        assertFalse(shown.contains(hidden), shown);
      }
    }
  }

  private static Object filled(Class<?> builderClass) throws Exception {
    Object builder = builderClass.getConstructor().newInstance();
    for (Method each : builderClass.getMethods()) {
      if (isSetter(builderClass, each)) {
        each.invoke(builder, sample(each));
      }
    }
    return builderClass.getMethod("build").invoke(builder);
  }

  private static boolean isSetter(Class<?> builder, Method method) {
    return method.getReturnType() == builder && method.getParameterCount() == 1 && !method.getName().startsWith("put")
        && !method.getName().equals("copyOf");
  }

  private static Method setter(Class<?> builder, String property) {
    return Stream.of(builder.getMethods()).filter(each -> isSetter(builder, each) && each.getName().equals(property)).findFirst()
        .orElseThrow(() -> new AssertionError(builder.getSimpleName() + " can't set " + property));
  }

  private static Object sample(Method setter) {
    Class<?> type = setter.getParameterTypes()[0];
    Map<Class<?>, Object> samples = Map.of(Integer.class, 21211, int.class, 400, Boolean.class, true, boolean.class, true,
        BigDecimal.class, new BigDecimal("-0.0075"), ZonedDateTime.class, TIME, Map.class, Map.of("orderId", "42"),
        CallbackKind.class, CallbackKind.CALL_STATUS, PhoneNumberCapabilities.class, CAPABILITIES);
    return type == String.class ? setter.getName() + "!" : samples.get(type);
  }

  private static Map<String, Object> properties(Object value) throws Exception {
    Map<String, Object> properties = new TreeMap<>();
    for (PropertyDescriptor each : Introspector.getBeanInfo(value.getClass(), Object.class).getPropertyDescriptors()) {
      properties.put(each.getName(), value.getClass().getMethod(each.getReadMethod().getName()).invoke(value));
    }
    return properties;
  }

  private static Object throughAQueue(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
