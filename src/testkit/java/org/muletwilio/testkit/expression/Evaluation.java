package org.muletwilio.testkit.expression;

import static org.mule.runtime.api.metadata.MediaType.APPLICATION_JAVA;

import org.mule.runtime.api.el.BindingContext;
import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.format.FormatOptions;
import org.muletwilio.testkit.expression.format.Formats;
import org.muletwilio.testkit.expression.function.EvaluationContext;
import org.muletwilio.testkit.expression.evaluation.Environment;
import org.muletwilio.testkit.expression.syntax.Script;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.JavaCoercion;

import java.nio.charset.Charset;
import java.util.Optional;

/** Evaluates scripts with what Mule binds, and gives their values the media type that they ask for. */
final class Evaluation implements EvaluationContext {

  private final ApplicationResources resources;

  Evaluation(ApplicationResources resources) {
    this.resources = resources;
  }

  /** @return the value as it is within the language */
  Object value(Script script, BindingContext bindings) {
    return script.body().evaluate(Environment.of(new BoundGlobals(bindings, this)));
  }

  /** @return the value in the format that the script names; where it names none, in that of its inputs */
  TypedValue<?> typed(Script script, BindingContext bindings) {
    Object value = value(script, bindings);
    Optional<Script.Output> output = script.output();
    if (output.isEmpty() && value instanceof TypedValue<?> typed) {
      return typed;
    }
    return output.isPresent() ? as(output.get(), value) : asItsInputs(Inputs.commonFormat(script, bindings), value);
  }

  private static TypedValue<?> asItsInputs(Formats format, Object value) {
    try {
      return as(new Script.Output(format, format.mediaType(), FormatOptions.NONE), value);
    } catch (ExpressionFailedException e) {
      throw new ExpressionFailedException(e.getMessage() + ". The result is written as " + format.mediaType().toRfcString()
          + ", as the input is; for another format, begin the expression with 'output application/java ---' or the like");
    }
  }

  private static TypedValue<?> as(Script.Output output, Object value) {
    return output.format() == Formats.JAVA ? java(value) : written(value, output);
  }

  /** @return the value for a caller that asks for a Java type: where the script names no format, it is Java */
  TypedValue<?> forJava(Script script, BindingContext bindings) {
    return script.output().isPresent() ? typed(script, bindings) : java(value(script, bindings));
  }

  private static TypedValue<?> java(Object value) {
    if (value instanceof TypedValue<?> typed) {
      return typed;
    }
    Object java = JavaCoercion.toJava(Content.bare(value));
    return new TypedValue<>(java, DataType.builder().fromObject(java).mediaType(APPLICATION_JAVA).build());
  }

  private static TypedValue<?> written(Object value, Script.Output output) {
    Charset charset = output.options().encoding();
    String text = output.format().format().write(value, output.options());
    MediaType mediaType = output.mediaType().withCharset(charset);
    if (output.format() == Formats.TEXT) {
      return new TypedValue<>(text, DataType.builder().type(String.class).mediaType(mediaType).build());
    }
    WrittenContent content = new WrittenContent(text.getBytes(charset));
    return new TypedValue<>(content, DataType.builder().type(WrittenContent.class).mediaType(mediaType).build());
  }

  @Override
  public Optional<byte[]> resource(String name) {
    return resources.file(name);
  }

  @Override
  public Object evaluate(String script) {
    TypedValue<?> value = typed(resources.parser().parse(script), BindingContext.builder().build());
    return Content.bare(value);
  }
}
