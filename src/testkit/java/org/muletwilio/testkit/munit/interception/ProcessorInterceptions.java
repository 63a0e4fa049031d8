package org.muletwilio.testkit.munit.interception;

import static java.util.concurrent.CompletableFuture.completedFuture;

import org.mule.runtime.api.component.Component;
import org.mule.runtime.api.component.execution.ExecutableComponent;
import org.mule.runtime.api.component.execution.InputEvent;
import org.mule.runtime.api.component.location.ComponentLocation;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.component.location.Location;
import org.mule.runtime.api.event.Event;
import org.mule.runtime.api.interception.InterceptionAction;
import org.mule.runtime.api.interception.InterceptionEvent;
import org.mule.runtime.api.interception.ProcessorInterceptor;
import org.mule.runtime.api.interception.ProcessorInterceptorFactory;
import org.mule.runtime.api.interception.ProcessorParameterValue;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.core.api.MuleContext;
import org.mule.runtime.core.api.util.ClassUtils;

import org.muletwilio.testkit.check.DocumentationAttributes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.inject.Inject;

/**
 * Stands before each processor of the application: counts it, mocks it, spies on it.
 */
public final class ProcessorInterceptions implements ProcessorInterceptorFactory {

  private final Interceptions interceptions;
  private final DocumentationAttributes documentation;

  @Inject
  private ConfigurationComponentLocator components;

  @Inject
  private MuleContext mule;

  /**
   * @param documentation of the application's elements
   */
  public ProcessorInterceptions(Interceptions interceptions, DocumentationAttributes documentation) {
    this.interceptions = interceptions;
    this.documentation = documentation;
  }

  @Override
  public ProcessorInterceptor get() {
    return new ProcessorInterceptor() {

      @Override
      public CompletableFuture<InterceptionEvent> around(ComponentLocation location,
                                                         Map<String, ProcessorParameterValue> parameters,
                                                         InterceptionEvent event, InterceptionAction action) {
        // Mule calls an interceptor, and so all that it lets proceed, with the class loader of the interceptor's class
        return ClassUtils.withContextClassLoader(mule.getExecutionClassLoader(),
                                                 () -> intercepted(location, parameters, event, action));
      }
    };
  }

  private CompletableFuture<InterceptionEvent> intercepted(ComponentLocation location,
                                                           Map<String, ProcessorParameterValue> parameters,
                                                           InterceptionEvent event, InterceptionAction action) {
    if (isOfMunit(location)) {
      Message before = event.getMessage();
      return action.proceed().thenApply(result -> {
        if (result.getMessage().getPayload().getValue() instanceof NewEvent set) {
          set.applyTo(result, before);
        }
        return result;
      });
    }
    ProcessorCall call = ProcessorCall.of(location, documentation, parameters);
    interceptions.add(call);
    return called(call, event, action);
  }

  /** Passed through here: one that isn't intercepted would get the parameters of the one before, as Mule 4.1.1 keeps them. */
  private static boolean isOfMunit(ComponentLocation location) {
    return location.getComponentIdentifier().getIdentifier().getNamespace().startsWith("munit");
  }

  private CompletableFuture<InterceptionEvent> called(ProcessorCall call, InterceptionEvent event, InterceptionAction action) {
    List<Interceptions.Spy> spies = interceptions.spiesOf(call);
    CompletableFuture<Void> before = completedFuture(null);
    for (Interceptions.Spy spy : spies) {
      before = before.thenCompose(nothing -> spy.before().map(flow -> run(flow, event)).orElse(completedFuture(null)))
          .thenApply(nothing -> null);
    }
    CompletableFuture<InterceptionEvent> result = before.handle((nothing, failure) -> failure == null
        ? interceptions.answerOf(call).map(answer -> answered(answer, event, action)).orElseGet(action::proceed)
        : action.fail(failure)).thenCompose(future -> future);
    for (Interceptions.Spy spy : spies) {
      result = result.thenCompose(answered -> spy.after().map(flow -> run(flow, answered)).orElse(completedFuture(null))
          .thenApply(nothing -> answered));
    }
    return result;
  }

  private CompletableFuture<InterceptionEvent> answered(ProcessorAnswer answer, InterceptionEvent event,
                                                        InterceptionAction action) {
    if (answer.cause().isPresent()) {
      return action.fail(answer.cause().get());
    }
    if (answer.error().isPresent()) {
      return action.fail(answer.error().get());
    }
    if (answer.flow().isPresent()) {
      return run(answer.flow().get(), event).thenCompose(result -> {
        event.message(result.getMessage());
        result.getVariables().forEach((name, value) -> event.addVariable(name, value.getValue(), value.getDataType()));
        return action.skip();
      });
    }
    event.message(messageOf(answer, event.getMessage()));
    answer.variables().forEach((name, value) -> event.addVariable(name, value.getValue(), value.getDataType()));
    return action.skip();
  }

  private static Message messageOf(ProcessorAnswer answer, Message message) {
    TypedValue<?> payload = answer.payload().isPresent() ? answer.payload().get() : message.getPayload();
    Optional<TypedValue<?>> attributes = answer.attributes();
    return Message.builder().payload(NewEvent.typed(payload))
        .attributes(NewEvent.typed(attributes.isPresent() ? attributes.get() : message.getAttributes())).build();
  }

  /** Runs a flow on its own event, with the message and the variables of the intercepted one. */
  private CompletableFuture<Event> run(String flow, Event event) {
    Component found = components.find(Location.builder().globalName(flow).build())
        .orElseThrow(() -> new IllegalArgumentException("No flow '" + flow + "'"));
    InputEvent input = InputEvent.create().message(event.getMessage());
    for (Map.Entry<String, TypedValue<?>> variable : event.getVariables().entrySet()) {
      input = input.addVariable(variable.getKey(), variable.getValue().getValue(), variable.getValue().getDataType());
    }
    return ((ExecutableComponent) found).execute(input).thenApply(result -> {
      Event ended = result.getEvent();
      result.complete();
      return ended;
    });
  }
}
