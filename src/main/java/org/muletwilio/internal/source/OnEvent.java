package org.muletwilio.internal.source;

import org.mule.runtime.extension.api.annotation.metadata.MetadataScope;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.source.BackPressure;
import org.mule.runtime.extension.api.annotation.source.EmitsResponse;
import org.mule.runtime.extension.api.annotation.values.OfValues;
import org.mule.runtime.extension.api.runtime.source.BackPressureMode;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.EventRuns;
import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.metadata.SourcePayloads;
import org.muletwilio.internal.source.parameter.EventTypes;
import org.muletwilio.internal.source.registration.Registration;
import org.muletwilio.internal.source.resource.EventSubscription;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the flow for the events of Event Streams, through a sink and a subscription of its own. */
@EmitsResponse
@BackPressure(defaultMode = BackPressureMode.FAIL, supportedModes = BackPressureMode.FAIL)
@MetadataScope(outputResolver = SourcePayloads.OfEvent.class)
@DisplayName("On Event")
@Summary("Runs the flow for the events of Event Streams, through a sink and a subscription of its own")
public class OnEvent extends NotifiedSource {

  private static final Pattern TYPE = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)+)(?::([1-9][0-9]{0,5}))?");

  /**
   * The types of the events, separated by commas. A type may be followed by a colon and the version of its schema. Default
   * version: Twilio's choice.
   */
  @Parameter
  @Placement(order = 1)
  @DisplayName("Types")
  @Summary("The types of the events, separated by commas; a colon and a number after a type is the version of its schema")
  @Example("com.twilio.messaging.message.delivered, com.twilio.messaging.message.failed")
  @OfValues(EventTypes.class)
  private String types;

  /**
   * What the flow runs for: <code>EVENT</code>, each event, whose JSON is the payload; <code>BATCH</code>, each batch as Twilio
   * sends it, whose payload is a JSON array. Default: <code>EVENT</code>.
   */
  @Parameter
  @Optional(defaultValue = "EVENT")
  @Placement(order = 2)
  @DisplayName("Run for")
  @Summary("What the flow runs for. Default: EVENT, each event; BATCH, a batch as Twilio sends it")
  private EventRuns runFor;

  public OnEvent() {
    super(CallbackKind.EVENT);
  }

  @Override
  Registration getRegistration(CallbackKind kind) {
    Map<String, java.util.Optional<Integer>> parsed = new TreeMap<>();
    for (String each : types.split(",", -1)) {
      Matcher type = TYPE.matcher(each.trim());
      if (!type.matches()) {
        throw new IllegalArgumentException("types holds '" + Excerpt.of(each.trim()) + "': a type of an event is written as "
            + "com.twilio.messaging.message.delivered, and types are separated by commas");
      }
      parsed.put(type.group(1), java.util.Optional.ofNullable(type.group(2)).map(Integer::valueOf));
    }
    return new EventSubscription(parsed);
  }

  @Override
  boolean takesBatches() {
    return runFor == EventRuns.BATCH;
  }
}
