package org.muletwilio.testkit.os;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.dsl.xml.ParameterDsl;

/** What flows do with object stores. */
public class OsOperations {

  /** @return whether the store has an entry of that key */
  public boolean contains(String key, @ParameterDsl(allowInlineDefinition = false) @Expression(NOT_SUPPORTED)
  ObjectStore objectStore) throws ObjectStoreException {
    return objectStore.contains(key);
  }
}
