package org.muletwilio.testkit.work;

import org.mule.runtime.extension.api.annotation.Extension;
import org.mule.runtime.extension.api.annotation.Operations;
import org.mule.runtime.extension.api.annotation.dsl.xml.Xml;

/** Lets a flow do what a test wants. */
@Extension(name = "Work")
@Xml(prefix = "work")
@Operations({WorkOperations.class, QueueOperations.class})
public class WorkExtension {

  /** The beginning of the XML element that a flow uses. */
  public static final String NAMESPACE = "xmlns:work='http://www.mulesoft.org/schema/mule/work' xsi:schemaLocation='"
      + "http://www.mulesoft.org/schema/mule/work http://www.mulesoft.org/schema/mule/work/current/mule-work.xsd'";
}
