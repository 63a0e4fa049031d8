package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.JavaCoercion;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls of Java: static methods and constructors of classes that the application sees. */
public final class JavaCalls {

  private JavaCalls() {}

  /**
   * @param type the class's name
   * @param method {@code new} for a constructor
   * @throws ExpressionFailedException if there is no such class or method, or it fails
   */
  public static Object call(String type, String method, List<Object> arguments) {
    try {
      Class<?> found = Class.forName(type, true, Thread.currentThread().getContextClassLoader());
      Stream<? extends Executable> candidates = method.equals("new") ? Arrays.stream(found.getConstructors())
          : Arrays.stream(found.getMethods()).filter(each -> Modifier.isStatic(each.getModifiers())
          && each.getName().equals(method));
      for (Executable candidate : candidates.filter(each -> each.getParameterCount() == arguments.size()).toList()) {
        Optional<Object[]> values = converted(arguments, candidate.getParameterTypes());
        if (values.isPresent()) {
          return candidate instanceof Method each ? each.invoke(null, values.get())
              : ((Constructor<?>) candidate).newInstance(values.get());
        }
      }
    } catch (ClassNotFoundException e) {
      throw new ExpressionFailedException("The application has no class " + type, e);
    } catch (InvocationTargetException e) {
      throw new ExpressionFailedException(type + "::" + method + " failed: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new ExpressionFailedException(type + "::" + method + " can't be called: " + e.getMessage(), e);
    }
    throw new ExpressionFailedException("The class " + type + " has no public " + (method.equals("new") ? "constructor"
        : "static method "
        + method) + " for " + arguments.size() + " arguments of these types");
  }

  /** @return the arguments in a method's types; nothing if one can't have its type */
  private static Optional<Object[]> converted(List<Object> arguments, Class<?>[] types) {
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      try {
        values[i] = JavaCoercion.to(types[i], JavaCoercion.toJava(Content.bare(arguments.get(i))));
      } catch (ExpressionFailedException e) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }
}
