package org.muletwilio.testkit.expression.syntax;

import org.mule.runtime.api.metadata.MediaType;

import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.format.FormatOptions;
import org.muletwilio.testkit.expression.format.Formats;

import java.util.List;
import java.util.Optional;

/**
 * A script that has been read.
 *
 * @param body what it evaluates
 * @param output how its value is to be written, if it says so
 * @param globals the names that must be bound around it
 */
public record Script(Expression body, Optional<Output> output, List<GlobalName> globals) {

  /** What {@code output} says. */
  public record Output(Formats format, MediaType mediaType, FormatOptions options) {
  }
}
