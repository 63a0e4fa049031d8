package org.muletwilio.testkit.module.os;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.api.store.ObjectStoreSettings;
import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.dsl.xml.TypeDsl;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;

import java.io.Serializable;
import java.util.UUID;

/** The store of one component, {@code os:private-object-store}, within that component. */
@Alias("privateObjectStore")
@TypeDsl(substitutionGroup = "mule:abstract-private-object-store", baseType = "mule:abstractObjectStoreType")
public class PrivateObjectStore extends DefinedObjectStore {

  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  private String alias;

  private final String unnamed = UUID.randomUUID().toString();

  public String getAlias() {
    return alias;
  }

  @Override
  String storeName() {
    return alias == null ? unnamed : alias;
  }

  @Override
  ObjectStore<Serializable> made(ObjectStoreManager stores, ObjectStoreSettings settings) {
    return stores.getOrCreateObjectStore(storeName(), settings);
  }
}
