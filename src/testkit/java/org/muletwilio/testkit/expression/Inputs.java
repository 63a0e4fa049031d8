package org.muletwilio.testkit.expression;

import org.mule.runtime.api.el.BindingContext;
import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.testkit.expression.format.Formats;
import org.muletwilio.testkit.expression.syntax.GlobalName;
import org.muletwilio.testkit.expression.syntax.Script;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the format of a script that names no output: that of its inputs, where they have one and the same. */
final class Inputs {

  private Inputs() {}

  static Formats commonFormat(Script script, BindingContext bindings) {
    Set<Formats> formats = script.globals().stream().filter(name -> !name.function() && name.namespace().isEmpty())
        .map(GlobalName::name).map(bindings::lookup).flatMap(Optional::stream).map(Inputs::formatOf).collect(Collectors.toSet());
    return formats.size() == 1 ? formats.iterator().next() : Formats.JAVA;
  }

  private static Formats formatOf(TypedValue<?> input) {
    return Formats.named(input.getDataType().getMediaType().withoutParameters().toRfcString())
        .filter(format -> format != Formats.BINARY && format != Formats.DW).orElse(Formats.JAVA);
  }
}
