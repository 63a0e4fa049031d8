package org.muletwilio.testkit.os;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.extension.api.annotation.Extension;
import org.mule.runtime.extension.api.annotation.Operations;
import org.mule.runtime.extension.api.annotation.SubTypeMapping;
import org.mule.runtime.extension.api.annotation.dsl.xml.Xml;

/**
 * Stands in for MuleSoft's Object Store module, which Maven Central lacks: elements <code>os:object-store</code> that other
 * components name, and whose entries are in a store of Mule's or in Redis.
 */
@Extension(name = "ObjectStore")
@Xml(prefix = "os")
@Operations(OsOperations.class)
@SubTypeMapping(baseType = ObjectStore.class, subTypes = OsObjectStore.class)
public class OsExtension {

  /** What a document's element needs to use this. */
  public static final String NAMESPACE = "xmlns:os='http://www.mulesoft.org/schema/mule/os' xsi:schemaLocation='"
      + "http://www.mulesoft.org/schema/mule/os http://www.mulesoft.org/schema/mule/os/current/mule-os.xsd'";
}
