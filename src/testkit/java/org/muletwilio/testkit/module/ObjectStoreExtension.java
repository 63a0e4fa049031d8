package org.muletwilio.testkit.module;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.extension.api.annotation.Extension;
import org.mule.runtime.extension.api.annotation.Operations;
import org.mule.runtime.extension.api.annotation.SubTypeMapping;
import org.mule.runtime.extension.api.annotation.dsl.xml.Xml;
import org.mule.runtime.extension.api.annotation.error.ErrorTypes;

import org.muletwilio.testkit.module.os.ObjectStoreError;
import org.muletwilio.testkit.module.os.ObjectStoreOperations;
import org.muletwilio.testkit.module.os.PrivateObjectStore;
import org.muletwilio.testkit.module.os.TopLevelObjectStore;

/** {@code os:object-store} and the operations on it. An element or attribute that isn't among them is refused at start. */
@Extension(name = "ObjectStore", vendor = "org.muletwilio")
@Xml(prefix = "os")
@Operations(ObjectStoreOperations.class)
@ErrorTypes(ObjectStoreError.class)
@SubTypeMapping(baseType = ObjectStore.class, subTypes = {TopLevelObjectStore.class, PrivateObjectStore.class})
public class ObjectStoreExtension {
}
