package org.muletwilio.testkit.log;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** As {@link UnexpectedErrors}, for jqwik's properties. */
public final class UnexpectedErrorsOfProperties implements AroundPropertyHook {

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
    Set<String> expected = new HashSet<>(UnexpectedErrors.expectedBy(Optional.of(context.containerClass())));
    expected.addAll(UnexpectedErrors.expectedBy(Optional.of(context.targetMethod())));
    ErrorLog.get().expect(expected);
    return property.executeAndFinally(UnexpectedErrors::check);
  }
}
