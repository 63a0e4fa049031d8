package org.muletwilio.testkit.mule;

/** Applications of Mule's core elements alone. */
final class CoreApplication {

  private CoreApplication() {}

  static EmbeddedMuleBuilder application(String elements) {
    return EmbeddedMule.builder().config(document(elements));
  }

  static String document(String elements) {
    String core = "http://www.mulesoft.org/schema/mule/core";
    return "<mule xmlns='" + core + "' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='" + core + " "
        + core + "/current/mule.xsd'>" + elements + "</mule>";
  }
}
