package org.muletwilio.benchmarks.mule;

import org.mule.runtime.extension.api.annotation.Extension;
import org.mule.runtime.extension.api.annotation.Operations;
import org.mule.runtime.extension.api.annotation.dsl.xml.Xml;

/** The least that an extension can be that sends a message: what Mule takes for any operation. */
@Extension(name = "Bare", vendor = "org.muletwilio")
@Xml(prefix = "bare")
@Operations(BareOperations.class)
public class BareExtension {
}
