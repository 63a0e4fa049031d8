package org.muletwilio.internal.request;

import org.mule.runtime.extension.api.annotation.metadata.MetadataKeyPart;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

/** Which operation of Twilio's API is requested. */
public class OperationKey {

  /** The API with its version, for example <code>verify.v2</code>. Twilio's classic API is <code>api.v2010</code>. */
  @Parameter
  @MetadataKeyPart(order = 1)
  @Placement(order = 1)
  @DisplayName("API")
  @Summary("The API of Twilio with its version. Messages, calls and phone numbers are in api.v2010")
  @Example("verify.v2")
  private String api;

  /** The operation: the resource's path without variables, then create, fetch, list, update or delete. */
  @Parameter
  @MetadataKeyPart(order = 2)
  @Placement(order = 2)
  @DisplayName("Operation")
  @Summary("The operation: the resource, then create, fetch, list, update or delete")
  @Example("Services.Verifications.create")
  private String operation;

  public String getApi() {
    return api;
  }

  public String getOperation() {
    return operation;
  }
}
