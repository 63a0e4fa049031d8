package org.muletwilio.testkit.expression.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.format.DwFormat;
import org.muletwilio.testkit.expression.format.FormatOptions;
import org.muletwilio.testkit.expression.format.Formats;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.TypeExpression;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.util.Map;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code dw::Core} does with values of any type: reading and writing them, looking at their type and size. */
final class CoreValues {

  private static final Logger LOGGER = LoggerFactory.getLogger(CoreValues.class);
  private static final String CLASS_PATH = "classpath://";

  private CoreValues() {}

  static Library library() {
    return new Library("dw::Core")
        .add("uuid", 0, arguments -> UUID.randomUUID().toString())
        .add("typeOf", 1, arguments -> TypeExpression.of(TypeName.named(TypeName.nameOf(arguments.at(0))).orElseThrow()))
        .add("sizeOf", 1, arguments -> sizeOf(arguments.at(0)))
        .nullable("sizeOf")
        .add("isEmpty", 1, arguments -> sizeOf(arguments.at(0)) == 0)
        .onNull(true, "isEmpty")
        .addLambda("then", arguments -> arguments.at(0) == null ? null : arguments.function(1).call(arguments.typed(0)))
        .addLambda("onNull", arguments -> arguments.at(0) == null ? arguments.function(1).call() : arguments.typed(0))
        .add("log", 1, 2, CoreValues::log)
        .add("read", 1, 3, arguments -> read(Text.bytes(arguments.at(0), UTF_8), arguments))
        .add("readUrl", 1, 3, CoreValues::readUrl)
        .add("write", 1, 3, CoreValues::write);
  }

  static int sizeOf(Object value) {
    if (value instanceof Map) {
      return Values.object(value).fields().size();
    }
    if (TypeName.BINARY.accepts(value)) {
      return Text.bytes(value, UTF_8).length;
    }
    return Values.isArray(value) ? Values.list(value).size() : Text.of(value).length();
  }

  private static Object log(Arguments arguments) {
    int last = arguments.count() - 1;
    LOGGER.info((last == 0 ? "" : arguments.text(0) + " - ") + DwFormat.line(arguments.typed(last)));
    return arguments.typed(last);
  }

  private static Object readUrl(Arguments arguments) {
    String url = arguments.text(0);
    if (!url.startsWith(CLASS_PATH)) {
      throw arguments.refused("the embedded language reads " + CLASS_PATH + "… alone, not " + url);
    }
    return read(arguments.context().resource(url.substring(CLASS_PATH.length()))
        .orElseThrow(() -> arguments.refused("no " + url)), arguments);
  }

  private static Object read(byte[] content, Arguments arguments) {
    Formats format = format(arguments);
    return format == Formats.DW ? Content.bare(arguments.context().evaluate(new String(content, UTF_8)))
        : format.format().read(content, options(arguments, format));
  }

  private static Object write(Arguments arguments) {
    Formats format = format(arguments);
    return format.format().write(arguments.typed(0), options(arguments, format));
  }

  private static Formats format(Arguments arguments) {
    String mediaType = arguments.text(1, "application/dw");
    return Formats.named(mediaType).orElseThrow(() -> arguments.refused("the embedded language has no " + mediaType));
  }

  private static FormatOptions options(Arguments arguments, Formats format) {
    Map<String, ?> options = arguments.object(2);
    options.keySet().stream().filter(name -> !format.format().options().contains(name)).findFirst().ifPresent(unknown -> {
      throw new ExpressionFailedException(format.mediaType().toRfcString() + " has no option '" + unknown + "' here");
    });
    return new FormatOptions(options);
  }
}
