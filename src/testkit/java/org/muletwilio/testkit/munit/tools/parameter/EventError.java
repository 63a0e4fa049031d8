package org.muletwilio.testkit.munit.tools.parameter;

import org.mule.runtime.extension.api.annotation.dsl.xml.ParameterDsl;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;

/**
 * The error of an event that a test gives.
 */
public class EventError {

  /** The error's type, such as OS:INVALID_KEY. */
  @Parameter
  @Optional
  private String id;

  /** Its cause: an exception, or the text of its message. */
  @Parameter
  @Optional
  @ParameterDsl(allowReferences = false)
  private Object exception;

  /** The same as id, as newer MUnit has it. */
  @Parameter
  @Optional
  private String typeId;

  /** The same as exception, as newer MUnit has it. */
  @Parameter
  @Optional
  @ParameterDsl(allowReferences = false)
  private Object cause;

  public String getId() {
    return id;
  }

  public Object getException() {
    return exception;
  }

  public String getTypeId() {
    return typeId;
  }

  public Object getCause() {
    return cause;
  }
}
