package org.muletwilio.testkit.module.ee;

import org.mule.runtime.dsl.api.xml.XmlNamespaceInfo;
import org.mule.runtime.dsl.api.xml.XmlNamespaceInfoProvider;

import java.util.Collection;
import java.util.List;

/** Tells Mule which prefix the namespace has. */
public final class EeNamespace implements XmlNamespaceInfoProvider {

  static final String PREFIX = "ee";
  private static final String URI = "http://www.mulesoft.org/schema/mule/ee/core";

  @Override
  public Collection<XmlNamespaceInfo> getXmlNamespacesInfo() {
    return List.of(new XmlNamespaceInfo() {

      @Override
      public String getNamespaceUriPrefix() {
        return URI;
      }

      @Override
      public String getNamespace() {
        return PREFIX;
      }
    });
  }
}
