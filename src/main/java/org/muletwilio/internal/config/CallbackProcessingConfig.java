package org.muletwilio.internal.config;

import static java.util.Optional.ofNullable;
import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.param.reference.ObjectStoreReference;

import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.internal.callback.flow.ProcessingSettings;
import org.muletwilio.internal.error.Problems;

import java.util.concurrent.TimeUnit;

/** How callbacks are processed once they have arrived: a part of http-callback-config. */
public abstract class CallbackProcessingConfig {

  private static final String DEFAULT_WINDOW = "60";
  private static final String DEFAULT_FLOW_TIMEOUT = "10";
  private static final String DEFAULT_GIVE_UP_AFTER = "3";

  /**
   * Whether to answer Twilio as soon as a callback is accepted. Default: false, the end of the flow is the answer, and a failed
   * flow makes Twilio repeat the callback.
   */
  @Parameter
  @Optional(defaultValue = "false")
  @Expression(NOT_SUPPORTED)
  @Placement(order = 20)
  @DisplayName("Asynchronous")
  @Summary("Answer Twilio as soon as a callback is accepted. Default: false, a failed flow makes Twilio repeat the callback")
  private boolean async;

  /**
   * How many callbacks are in progress at a time, until their flows end; more are answered with 503 at once. Default: 64 for each
   * core of the machine.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 21)
  @DisplayName("Maximum concurrency")
  @Summary("How many callbacks are in progress at a time; more are answered with 503 at once. Default: 64 for each core")
  @Example("128")
  private Integer maxConcurrency;

  /**
   * How long a flow may run for a callback, in the unit of <code>flowTimeoutUnit</code>. A run that takes longer is given up: the
   * callback is in progress no more, a warning names the flow, and the callback may run the flow again. A flow that is stopped
   * while it runs may never end. Default: 10.
   */
  @Parameter
  @Optional(defaultValue = DEFAULT_FLOW_TIMEOUT)
  @Expression(NOT_SUPPORTED)
  @Placement(order = 22)
  @DisplayName("Flow timeout")
  @Summary("How long a flow may run for a callback before that is given up, in the unit of flowTimeoutUnit. Default: 10")
  @Example("10")
  private int flowTimeout = Integer.parseInt(DEFAULT_FLOW_TIMEOUT);

  /** The unit of the flow timeout. Default: MINUTES. */
  @Parameter
  @Optional(defaultValue = "MINUTES")
  @Expression(NOT_SUPPORTED)
  @Placement(order = 23)
  @DisplayName("Flow timeout unit")
  @Summary("The unit of flowTimeout. Default: MINUTES")
  private TimeUnit flowTimeoutUnit = MINUTES;

  /**
   * What is done with a callback that has come before: <code>SUPPRESS</code> answers it as the first, unless that failed;
   * <code>PASS</code> runs its flow again. Default: <code>SUPPRESS</code>.
   */
  @Parameter
  @Optional(defaultValue = "SUPPRESS")
  @Expression(NOT_SUPPORTED)
  @Placement(order = 24)
  @DisplayName("Duplicates")
  @Summary("What is done with a callback that has come before. Default: SUPPRESS, it is answered as the first unless that failed")
  private DuplicateHandling duplicates = DuplicateHandling.SUPPRESS;

  /** How long a callback is remembered, to know its duplicates. Default: 60. */
  @Parameter
  @Optional(defaultValue = DEFAULT_WINDOW)
  @Expression(NOT_SUPPORTED)
  @Placement(order = 25)
  @DisplayName("Duplicate window")
  @Summary("How long a callback is remembered, in the unit of duplicateWindowUnit. Default: 60")
  @Example("60")
  private int duplicateWindow = Integer.parseInt(DEFAULT_WINDOW);

  /** The unit of the duplicate window. Default: MINUTES. */
  @Parameter
  @Optional(defaultValue = "MINUTES")
  @Expression(NOT_SUPPORTED)
  @Placement(order = 26)
  @DisplayName("Duplicate window unit")
  @Summary("The unit of the duplicate window. Default: MINUTES")
  private TimeUnit duplicateWindowUnit = MINUTES;

  /**
   * The name of an object store that remembers callbacks, and what is still awaited, over restarts and for all nodes: that of an
   * element such as <code>os:object-store</code>, or any other, for which a persistent store of Mule's is made. Default:
   * duplicates are remembered in memory alone.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 27)
  @DisplayName("Object store")
  @Summary("The name of an object store that remembers callbacks over restarts and for all nodes: that of an os:object-store, or "
      + "of one that is then made. Default: in memory alone")
  @Example("twilio-callbacks")
  @ObjectStoreReference
  private String objectStore;

  /**
   * After how long a message or call, whose flow has heard of no last status, is looked up at Twilio; the flow then gets that
   * status with <code>attributes.reconciled</code>. Default: never.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 28)
  @DisplayName("Reconcile after")
  @Summary("After how long without a last status a message or call is looked up at Twilio for its flow, in the unit of "
      + "reconcileAfterUnit. Default: never")
  @Example("15")
  private Integer reconcileAfter;

  /** The unit of the time after which is reconciled. Default: MINUTES. */
  @Parameter
  @Optional(defaultValue = "MINUTES")
  @Expression(NOT_SUPPORTED)
  @Placement(order = 29)
  @DisplayName("Reconcile after unit")
  @Summary("The unit of reconcileAfter. Default: MINUTES")
  private TimeUnit reconcileAfterUnit = MINUTES;

  /**
   * After how long a last status that Twilio never tells is awaited no longer, counted from when the message was sent or the call
   * begun; the flow is then run with <code>attributes.givenUp</code>. Default: 3.
   */
  @Parameter
  @Optional(defaultValue = DEFAULT_GIVE_UP_AFTER)
  @Expression(NOT_SUPPORTED)
  @Placement(order = 30)
  @DisplayName("Give up after")
  @Summary("After how long a last status that never comes is awaited no longer and the flow told so, in the unit of "
      + "giveUpAfterUnit. Default: 3")
  @Example("3")
  private int giveUpAfter = Integer.parseInt(DEFAULT_GIVE_UP_AFTER);

  /** The unit of the time after which a last status is given up. Default: DAYS. */
  @Parameter
  @Optional(defaultValue = "DAYS")
  @Expression(NOT_SUPPORTED)
  @Placement(order = 31)
  @DisplayName("Give up after unit")
  @Summary("The unit of giveUpAfter. Default: DAYS")
  private TimeUnit giveUpAfterUnit = DAYS;

  /**
   * @param problems is told what is wrong with the settings
   * @return the same, if nothing is wrong
   */
  java.util.Optional<ProcessingSettings> toProcessingSettings(Problems problems) {
    problems.require(maxConcurrency == null || maxConcurrency > 0, () -> "maxConcurrency is " + maxConcurrency
        + ": it must be 1 or more");
    problems.require(objectStore == null || !objectStore.trim().isEmpty(),
                     () -> "objectStore is empty: leave it out, or name a store");
    java.util.Optional<Long> timeout = millis(problems, "flowTimeout", flowTimeout, flowTimeoutUnit);
    java.util.Optional<Long> window = millis(problems, "duplicateWindow", duplicateWindow, duplicateWindowUnit);
    java.util.Optional<Long> end = millis(problems, "giveUpAfter", giveUpAfter, giveUpAfterUnit);
    java.util.Optional<Long> after = reconcileAfter == null ? java.util.Optional.empty()
        : millis(problems, "reconcileAfter", reconcileAfter, reconcileAfterUnit);
    problems.require(!after.isPresent() || !end.isPresent() || end.get() >= after.get(), () -> "giveUpAfter (" + giveUpAfter + " "
        + giveUpAfterUnit + ") is shorter than reconcileAfter (" + reconcileAfter + " " + reconcileAfterUnit
        + "): nothing would be looked up in time");
    return timeout.flatMap(flow -> window.flatMap(remembered -> end.map(given -> new ProcessingSettings(
        async, maxConcurrency == null ? 0 : maxConcurrency, flow, duplicates, remembered, ofNullable(objectStore),
        after, given))));
  }

  private static java.util.Optional<Long> millis(Problems problems, String name, int value, TimeUnit unit) {
    return problems.check(() -> {
      if (unit.toMillis(value) < 1) {
        throw new IllegalArgumentException(name + " is " + value + " " + unit + ": it must be a millisecond or more");
      }
      return unit.toMillis(value);
    });
  }
}
