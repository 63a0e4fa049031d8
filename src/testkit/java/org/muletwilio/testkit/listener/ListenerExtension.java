package org.muletwilio.testkit.listener;

import org.mule.runtime.extension.api.annotation.Configurations;
import org.mule.runtime.extension.api.annotation.Extension;
import org.mule.runtime.extension.api.annotation.dsl.xml.Xml;

/** Stands in for the HTTP connector: it opens a server under its config's name, with a path of the application's own. */
@Extension(name = "HTTP")
@Xml(prefix = "http")
@Configurations(ListenerConfig.class)
public class ListenerExtension {
}
