package org.muletwilio.testkit.munit.tools;

import org.mule.munit.assertion.api.MunitAssertion;
import org.mule.munit.assertion.api.TypedValue;
import org.mule.runtime.core.api.MuleContext;
import org.mule.runtime.extension.api.annotation.dsl.xml.ParameterDsl;
import org.mule.runtime.extension.api.annotation.param.Optional;

import javax.inject.Inject;

/**
 * Runs assertions in Java, which are in {@code src/test/java} of the application's project.
 */
public class CustomOperations {

  @Inject
  private MuleContext mule;

  /**
   * @param assertion the class's name
   * @param expression what it looks at
   * @param params what else it is given
   */
  public void runCustom(String assertion,
      @ParameterDsl(allowReferences = false) org.mule.runtime.api.metadata.TypedValue<Object> expression,
                        @Optional @ParameterDsl(allowReferences =
                        false) org.mule.runtime.api.metadata.TypedValue<Object> params) {
    assertion(assertion).execute(new TypedValue(expression.getValue(), expression.getDataType()),
                                 params == null ? null : params.getValue());
  }

  private MunitAssertion assertion(String name) {
    try {
      Class<?> type = Class.forName(name, true, mule.getExecutionClassLoader());
      return (MunitAssertion) type.getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      throw new AssertionError("The class " + name + " isn't in src/test/java of the project", e);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new AssertionError(name + " isn't an assertion: it needs a constructor without parameters, and implements "
          + MunitAssertion.class.getName(), e);
    }
  }
}
