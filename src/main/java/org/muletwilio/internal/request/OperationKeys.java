package org.muletwilio.internal.request;

import static java.util.stream.Collectors.toCollection;
import static org.mule.runtime.api.metadata.MetadataKeyBuilder.newKey;

import org.mule.metadata.api.model.MetadataFormat;
import org.mule.metadata.api.model.MetadataType;
import org.mule.runtime.api.metadata.MetadataContext;
import org.mule.runtime.api.metadata.MetadataKey;
import org.mule.runtime.api.metadata.MetadataKeyBuilder;
import org.mule.runtime.api.metadata.MetadataResolvingException;
import org.mule.runtime.api.metadata.resolving.FailureCode;
import org.mule.runtime.api.metadata.resolving.InputTypeResolver;
import org.mule.runtime.api.metadata.resolving.OutputTypeResolver;
import org.mule.runtime.api.metadata.resolving.TypeKeysResolver;

import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.Catalogue;

import java.util.LinkedHashSet;
import java.util.Set;

/** Offers the operations of Twilio's API in Studio, and tells what each takes and gives. */
public class OperationKeys implements TypeKeysResolver, InputTypeResolver<OperationKey>, OutputTypeResolver<OperationKey> {

  private static final String API = "api";
  private static final String OPERATION = "operation";

  private final Catalogue catalogue = new Catalogue();

  @Override
  public String getCategoryName() {
    return "twilio-api";
  }

  @Override
  public String getResolverName() {
    return "twilio-api-operations";
  }

  @Override
  public Set<MetadataKey> getKeys(MetadataContext context) {
    return catalogue.getApis().stream().map(this::keyOf).map(MetadataKeyBuilder::build)
        .collect(toCollection(LinkedHashSet::new));
  }

  @Override
  public MetadataType getInputMetadata(MetadataContext context, OperationKey key) throws MetadataResolvingException {
    return MetadataTypes.ofParameters(find(key), MetadataFormat.JAVA);
  }

  @Override
  public MetadataType getOutputType(MetadataContext context, OperationKey key) throws MetadataResolvingException {
    ApiOperation operation = find(key);
    return operation.getListKey().map(list -> MetadataTypes.ofPage(operation, list, MetadataFormat.JSON))
        .orElseGet(() -> MetadataTypes.of(operation.getResult(), MetadataFormat.JSON));
  }

  /** @return whether the operation is offered */
  boolean isOffered(String operation) {
    return true;
  }

  final ApiOperation find(OperationKey key) throws MetadataResolvingException {
    return catalogue.find(key.getApi(), key.getOperation()).orElseThrow(() -> new MetadataResolvingException(
        "Twilio has no operation '" + key.getOperation() + "' in API '" + key.getApi() + "'", FailureCode.INVALID_METADATA_KEY));
  }

  private MetadataKeyBuilder keyOf(String api) {
    MetadataKeyBuilder key = newKey(api).withPartName(API);
    catalogue.getOperations(api).stream().filter(this::isOffered)
        .forEach(operation -> key.withChild(newKey(operation).withPartName(OPERATION)));
    return key;
  }
}
