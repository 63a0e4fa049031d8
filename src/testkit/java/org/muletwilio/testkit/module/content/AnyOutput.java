package org.muletwilio.testkit.module.content;

import org.mule.metadata.api.model.MetadataType;
import org.mule.runtime.api.metadata.MetadataContext;
import org.mule.runtime.api.metadata.resolving.AttributesTypeResolver;
import org.mule.runtime.api.metadata.resolving.OutputTypeResolver;

/**
 * The output type of operations that may return anything.
 */
public class AnyOutput implements OutputTypeResolver<Object>, AttributesTypeResolver<Object> {

  @Override
  public String getCategoryName() {
    return "any";
  }

  @Override
  public String getResolverName() {
    return "any";
  }

  @Override
  public MetadataType getOutputType(MetadataContext context, Object key) {
    return context.getTypeBuilder().anyType().build();
  }

  @Override
  public MetadataType getAttributesType(MetadataContext context, Object key) {
    return context.getTypeBuilder().anyType().build();
  }
}
