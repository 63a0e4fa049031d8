package org.muletwilio.internal.request;

import org.mule.metadata.api.model.MetadataFormat;
import org.mule.metadata.api.model.MetadataType;
import org.mule.runtime.api.metadata.MetadataContext;
import org.mule.runtime.api.metadata.MetadataResolvingException;

/** Offers the lists of Twilio's API in Studio, and tells what their entries hold. */
public class ListKeys extends OperationKeys {

  private static final String LIST = ".list";

  @Override
  public String getResolverName() {
    return "twilio-api-lists";
  }

  @Override
  public MetadataType getOutputType(MetadataContext context, OperationKey key) throws MetadataResolvingException {
    return MetadataTypes.of(find(key).getResult(), MetadataFormat.JAVA);
  }

  @Override
  boolean isOffered(String operation) {
    return operation.endsWith(LIST);
  }
}
