package org.muletwilio.internal.metadata;

import org.mule.metadata.api.builder.BaseTypeBuilder;
import org.mule.metadata.api.builder.ObjectTypeBuilder;
import org.mule.metadata.api.model.MetadataType;
import org.mule.runtime.api.metadata.MetadataContext;
import org.mule.runtime.api.metadata.resolving.OutputTypeResolver;

import org.muletwilio.api.callback.CallbackKind;

import java.util.Optional;

/** The type of a callback's payload, by its kind: Twilio's fields as texts, and any other that Twilio adds. */
public final class CallbackPayload implements OutputTypeResolver<CallbackKind> {

  @Override
  public String getCategoryName() {
    return "callbacks";
  }

  @Override
  public String getResolverName() {
    return "callback-payload";
  }

  @Override
  public MetadataType getOutputType(MetadataContext context, CallbackKind kind) {
    BaseTypeBuilder types = context.getTypeBuilder();
    Optional<CallbackFields> fields = CallbackFields.of(kind);
    if (!fields.isPresent()) {
      return types.anyType().build();
    }
    ObjectTypeBuilder payload = types.objectType().id("twilio-callback-" + kind.getPathSegment());
    fields.get().getAlways().forEach(name -> payload.addField().key(name).required(true).value().stringType());
    fields.get().getSometimes().forEach(name -> payload.addField().key(name).required(false).value().stringType());
    payload.openWith().stringType();
    return payload.build();
  }
}
