package org.muletwilio.testkit.module.os;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.api.store.ObjectStoreSettings;
import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.dsl.xml.TypeDsl;
import org.mule.runtime.extension.api.annotation.param.RefName;

import java.io.Serializable;

/** A store with a name, {@code os:object-store}, that operations refer to. */
@Alias("objectStore")
@TypeDsl(allowTopLevelDefinition = true, allowInlineDefinition = false, substitutionGroup = "mule:global-abstract-object-store",
    baseType = "mule:abstractObjectStoreType")
public class TopLevelObjectStore extends DefinedObjectStore {

  @RefName
  private String name;

  @Override
  String storeName() {
    return name;
  }

  /** As MuleSoft's, it refuses a name that the manager has a store for. */
  @Override
  ObjectStore<Serializable> made(ObjectStoreManager stores, ObjectStoreSettings settings) {
    return stores.createObjectStore(name, settings);
  }
}
