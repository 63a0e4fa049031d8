package org.muletwilio.testkit.module.os;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.dsl.xml.TypeDsl;
import org.mule.runtime.extension.api.annotation.param.RefName;

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
}
