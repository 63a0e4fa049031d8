package org.muletwilio.functional.module;

import org.muletwilio.testkit.module.StandIns;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;

import java.util.List;
import java.util.stream.Collectors;

/** Applications that use the modules that stand in for Mule's own, written as Studio writes them. */
final class ModuleApplication {

  private static final List<String> NAMESPACES = List.of("os", "http", "tls", "ee/core");

  private ModuleApplication() {}

  /** @return an application of these elements */
  static EmbeddedMuleBuilder of(String elements) {
    EmbeddedMuleBuilder builder = EmbeddedMule.builder().config("app.xml", document(elements));
    StandIns.extensions().forEach(builder::extension);
    return builder;
  }

  private static String document(String elements) {
    return "<mule xmlns=\"http://www.mulesoft.org/schema/mule/core\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        + "xmlns:doc=\"http://www.mulesoft.org/schema/mule/documentation\" "
        + NAMESPACES.stream().map(each -> "xmlns:" + prefix(each) + "=\"" + uri(each) + "\" ").collect(Collectors.joining())
        + "xsi:schemaLocation=\"http://www.mulesoft.org/schema/mule/core "
        + "http://www.mulesoft.org/schema/mule/core/current/mule.xsd "
        + NAMESPACES.stream().map(each -> uri(each) + " " + uri(each) + "/current/mule-" + prefix(each) + ".xsd ")
            .collect(Collectors.joining())
        + "\">\n" + elements + "\n</mule>";
  }

  private static String prefix(String namespace) {
    return namespace.substring(0, namespace.contains("/") ? namespace.indexOf('/') : namespace.length());
  }

  private static String uri(String namespace) {
    return "http://www.mulesoft.org/schema/mule/" + namespace;
  }
}
