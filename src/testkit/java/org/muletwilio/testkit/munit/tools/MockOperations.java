package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.annotation.param.NullSafe;

import org.muletwilio.testkit.munit.interception.Interceptions;
import org.muletwilio.testkit.munit.interception.ProcessorAnswer;
import org.muletwilio.testkit.munit.interception.ProcessorFilter;
import org.muletwilio.testkit.munit.tools.parameter.EventAttributes;
import org.muletwilio.testkit.munit.tools.parameter.EventPayload;
import org.muletwilio.testkit.munit.tools.parameter.FlowCall;
import org.muletwilio.testkit.munit.tools.parameter.MockedError;
import org.muletwilio.testkit.munit.tools.parameter.MockedReturn;
import org.muletwilio.testkit.munit.tools.parameter.Variable;
import org.muletwilio.testkit.munit.tools.parameter.WithAttribute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;

/**
 * Mocks, spies, and what was called.
 */
public class MockOperations {

  @Inject
  private Interceptions interceptions;

  @Inject
  private KnownErrors errors;

  public void mockWhen(String processor,
                       @org.mule.runtime.extension.api.annotation.param.Optional @NullSafe List<WithAttribute> withAttributes,
                       @org.mule.runtime.extension.api.annotation.param.Optional MockedReturn thenReturn,
                       @org.mule.runtime.extension.api.annotation.param.Optional FlowCall thenCall) {
    interceptions.mock(filter(processor, withAttributes), answer(Optional.ofNullable(thenReturn), Optional.ofNullable(thenCall)));
  }

  public void spy(String processor,
                  @org.mule.runtime.extension.api.annotation.param.Optional @NullSafe List<WithAttribute> withAttributes,
                  @org.mule.runtime.extension.api.annotation.param.Optional FlowCall beforeCall,
                  @org.mule.runtime.extension.api.annotation.param.Optional FlowCall afterCall) {
    interceptions.spy(filter(processor, withAttributes), Optional.ofNullable(beforeCall).map(FlowCall::getFlow),
                      Optional.ofNullable(afterCall).map(FlowCall::getFlow));
  }

  public void verifyCall(String processor,
                         @org.mule.runtime.extension.api.annotation.param.Optional @NullSafe List<WithAttribute> withAttributes,
                         @org.mule.runtime.extension.api.annotation.param.Optional Integer times,
                         @org.mule.runtime.extension.api.annotation.param.Optional Integer atLeast,
                         @org.mule.runtime.extension.api.annotation.param.Optional Integer atMost) {
    ProcessorFilter filter = filter(processor, withAttributes);
    int count = interceptions.countOf(filter);
    boolean exactly = atLeast == null && atMost == null;
    int least = exactly ? times == null ? 1 : times : atLeast == null ? 0 : atLeast;
    int most = exactly ? least : atMost == null ? Integer.MAX_VALUE : atMost;
    if (!exactly && (times != null || atLeast != null && atMost != null)) {
      throw new AssertionError("verify-call takes one of times, atLeast and atMost");
    }
    if (count < least || count > most) {
      String expected = exactly ? String.valueOf(least) : atLeast != null ? "at least " + least : "at most " + most;
      throw new AssertionError(filter + " was called " + count + " times, expected " + expected + ". Called were: "
          + interceptions.described());
    }
  }

  private ProcessorAnswer answer(Optional<MockedReturn> returned, Optional<FlowCall> called) {
    Map<String, TypedValue<?>> variables = returned.map(each -> Variable.values(each.getVariables())).orElse(Map.of());
    Optional<MockedError> error = returned.map(MockedReturn::getError);
    return new ProcessorAnswer(returned.map(MockedReturn::getPayload).map(EventPayload::typedValue),
                               returned.map(MockedReturn::getAttributes).map(EventAttributes::typedValue), variables,
                               error.map(MockedError::getTypeId).map(errors::type),
                               error.map(MockedError::getCause).map(KnownErrors::exception), called.map(FlowCall::getFlow));
  }

  private static ProcessorFilter filter(String processor, List<WithAttribute> attributes) {
    Map<String, Object> values = new LinkedHashMap<>();
    attributes.forEach(each -> values.put(each.getAttributeName(), each.getWhereValue()));
    return new ProcessorFilter(processor, values);
  }
}
