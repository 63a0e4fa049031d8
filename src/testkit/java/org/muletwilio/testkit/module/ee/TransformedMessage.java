package org.muletwilio.testkit.module.ee;

import java.util.Optional;

/** {@code ee:message}: the scripts of a payload and of attributes. */
public final class TransformedMessage {

  private TransformScript payload;
  private TransformScript attributes;

  public void setPayload(TransformScript script) {
    payload = script;
  }

  public void setAttributes(TransformScript script) {
    attributes = script;
  }

  Optional<TransformScript> payload() {
    return Optional.ofNullable(payload);
  }

  Optional<TransformScript> attributes() {
    return Optional.ofNullable(attributes);
  }
}
