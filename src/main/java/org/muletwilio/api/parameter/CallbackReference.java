package org.muletwilio.api.parameter;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.param.reference.FlowReference;

import org.muletwilio.api.callback.CallbackKind;

import java.util.Objects;

/** A flow that Twilio runs where a parameter of its API takes a URL. */
@Alias("callback")
public class CallbackReference {

  /**
   * The parameter of Twilio's API that takes the URL; one in a JSON body by its path, for example
   * <code>webhook.callback_url</code>.
   */
  @Parameter
  @Placement(order = 1)
  @DisplayName("Parameter")
  @Summary("The parameter of Twilio's API that takes the URL; one inside an object by its path, with dots")
  @Example("StatusCallback")
  private String parameter;

  /** The flow to run. It needs no source. */
  @Parameter
  @Alias("flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 2)
  @DisplayName("Flow")
  @Summary("The flow to run. It needs no source")
  @Example("room-status")
  private String flow;

  /** What Twilio calls back about. Default: what is known of the parameter. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 3)
  @DisplayName("Kind")
  @Summary("What Twilio calls back about. Default: what the catalogue of Twilio's API says of the parameter")
  private CallbackKind kind;

  /** @return the name of the parameter that takes the URL */
  public String getParameter() {
    return parameter;
  }

  /** @return the name of the flow */
  public String getFlow() {
    return flow;
  }

  /** @return the kind, or null for that which is known of the parameter */
  public CallbackKind getKind() {
    return kind;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallbackReference && Objects.equals(parameter, ((CallbackReference) other).parameter)
        && Objects.equals(flow, ((CallbackReference) other).flow) && kind == ((CallbackReference) other).kind;
  }

  @Override
  public int hashCode() {
    return Objects.hash(parameter, flow, kind);
  }
}
