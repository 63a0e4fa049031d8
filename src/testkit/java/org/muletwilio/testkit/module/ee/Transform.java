package org.muletwilio.testkit.module.ee;

import org.mule.runtime.api.component.AbstractComponent;
import org.mule.runtime.api.lifecycle.Initialisable;
import org.mule.runtime.api.lifecycle.InitialisationException;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.core.api.el.ExpressionManager;
import org.mule.runtime.core.api.event.CoreEvent;
import org.mule.runtime.core.api.processor.Processor;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;

/** {@code ee:transform}: evaluates its scripts, all of them on the event that came in. */
public final class Transform extends AbstractComponent implements Processor, Initialisable {

  @Inject
  private ExpressionManager expressions;

  private TransformedMessage message = new TransformedMessage();
  private TransformedVariables variables = new TransformedVariables();

  private Optional<String> payload = Optional.empty();
  private Optional<String> attributes = Optional.empty();
  private final Map<String, String> scriptsOfVariables = new LinkedHashMap<>();

  public void setMessage(TransformedMessage scripts) {
    message = scripts;
  }

  public void setVariables(TransformedVariables scripts) {
    variables = scripts;
  }

  @Override
  public void initialise() throws InitialisationException {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    try {
      payload = text(message.payload(), application);
      attributes = text(message.attributes(), application);
      for (TransformScript variable : variables.scripts()) {
        scriptsOfVariables.put(variable.variableName(), variable.text(application));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new InitialisationException(e, this);
    }
  }

  private static Optional<String> text(Optional<TransformScript> script, ClassLoader application) throws IOException {
    return script.isPresent() ? Optional.of(script.get().text(application)) : Optional.empty();
  }

  @Override
  public CoreEvent process(CoreEvent event) {
    CoreEvent.Builder result = CoreEvent.builder(event);
    scriptsOfVariables.forEach((name, script) -> {
      TypedValue<?> value = expressions.evaluate(script, event);
      result.addVariable(name, value.getValue(), value.getDataType());
    });
    if (payload.isPresent() || attributes.isPresent()) {
      Message current = event.getMessage();
      result.message(Message.builder(current)
          .payload(payload.map(script -> evaluated(script, event)).orElse(typed(current.getPayload())))
          .attributes(attributes.map(script -> evaluated(script, event)).orElse(typed(current.getAttributes()))).build());
    }
    return result.build();
  }

  private TypedValue<Object> evaluated(String script, CoreEvent event) {
    return typed(expressions.evaluate(script, event));
  }

  @SuppressWarnings("unchecked")
  private static TypedValue<Object> typed(TypedValue<?> value) {
    return (TypedValue<Object>) value;
  }
}
