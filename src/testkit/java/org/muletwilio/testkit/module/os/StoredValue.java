package org.muletwilio.testkit.module.os;

import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.runtime.operation.Result;

import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.TypeName;

import java.io.Serializable;

/** A value with its media type, as it is kept in a store. The content of a stream is kept as text. */
final class StoredValue {

  private StoredValue() {}

  static Serializable of(TypedValue<Serializable> value) {
    Object raw = value.getValue();
    if (TypeName.BINARY.accepts(raw) && !(raw instanceof byte[])) {
      DataType type = DataType.builder().type(String.class).mediaType(value.getDataType().getMediaType()).build();
      return new TypedValue<>(Text.of(raw), type);
    }
    return new TypedValue<>((Serializable) raw, value.getDataType());
  }

  /** @return what was kept; others may have put a bare value into the store */
  static Result<Serializable, Void> result(Serializable kept) {
    Result.Builder<Serializable, Void> result = Result.builder();
    if (kept instanceof TypedValue<?> typed) {
      return result.output((Serializable) typed.getValue()).mediaType(typed.getDataType().getMediaType()).build();
    }
    return result.output(kept).build();
  }
}
