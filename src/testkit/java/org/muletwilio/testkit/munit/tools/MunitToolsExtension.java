package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.extension.api.annotation.ExpressionFunctions;
import org.mule.runtime.extension.api.annotation.Extension;
import org.mule.runtime.extension.api.annotation.Operations;
import org.mule.runtime.extension.api.annotation.dsl.xml.Xml;

import org.muletwilio.testkit.munit.matcher.CollectionMatchers;
import org.muletwilio.testkit.munit.matcher.ComparableMatchers;
import org.muletwilio.testkit.munit.matcher.CoreMatchers;
import org.muletwilio.testkit.munit.matcher.StringMatchers;

/**
 * The elements and functions of MUnit Tools that suites here use. An element or attribute that isn't among them is refused by the
 * schema that Mule makes of this.
 */
@Extension(name = "MUnit Tools", vendor = "org.muletwilio")
@Xml(prefix = "munit-tools", namespace = "http://www.mulesoft.org/schema/mule/munit-tools")
@Operations({AssertOperations.class, MockOperations.class, StorageOperations.class, CustomOperations.class})
@ExpressionFunctions({CoreMatchers.class, StringMatchers.class, ComparableMatchers.class, CollectionMatchers.class,
    ResourceFunctions.class})
public class MunitToolsExtension {
}
