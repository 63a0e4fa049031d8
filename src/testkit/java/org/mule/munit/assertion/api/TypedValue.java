package org.mule.munit.assertion.api;

import org.mule.runtime.api.metadata.DataType;

/**
 * A value and its type, as an assertion in Java gets it.
 */
public class TypedValue {

  private final Object value;
  private final DataType dataType;

  public TypedValue(Object value, DataType dataType) {
    this.value = value;
    this.dataType = dataType;
  }

  public Object getValue() {
    return value;
  }

  public DataType getDataType() {
    return dataType;
  }
}
