package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.extension.api.annotation.ExpressionFunctions;
import org.mule.runtime.extension.api.annotation.Extension;
import org.mule.runtime.extension.api.annotation.Operations;
import org.mule.runtime.extension.api.annotation.dsl.xml.Xml;

/**
 * The processors of MUnit's own namespace.
 */
@Extension(name = "MUnit", vendor = "org.muletwilio")
@Xml(prefix = "munit", namespace = "http://www.mulesoft.org/schema/mule/munit")
@Operations(EventOperations.class)
@ExpressionFunctions(EnvironmentFunctions.class)
public class MunitExtension {
}
