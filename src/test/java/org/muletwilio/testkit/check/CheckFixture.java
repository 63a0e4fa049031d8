package org.muletwilio.testkit.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.mule.runtime.api.meta.model.ExtensionModel;

import org.muletwilio.internal.TwilioConnector;
import org.muletwilio.testkit.expression.ApplicationResources;
import org.muletwilio.testkit.module.StandIns;
import org.muletwilio.testkit.munit.tools.MunitToolsExtension;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Applications' XML, and what is wrong with it. */
abstract class CheckFixture {

  static final String ROOT = "<mule xmlns='http://www.mulesoft.org/schema/mule/core' "
      + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:doc='http://www.mulesoft.org/schema/mule/documentation' "
      + "xmlns:os='http://www.mulesoft.org/schema/mule/os' xmlns:http='http://www.mulesoft.org/schema/mule/http' "
      + "xmlns:ee='http://www.mulesoft.org/schema/mule/ee/core' xmlns:db='http://www.mulesoft.org/schema/mule/db' "
      + "xmlns:twilio='http://www.mulesoft.org/schema/mule/twilio' xsi:schemaLocation='"
      + "http://www.mulesoft.org/schema/mule/core http://www.mulesoft.org/schema/mule/core/current/mule.xsd "
      + "http://www.mulesoft.org/schema/mule/os http://www.mulesoft.org/schema/mule/os/current/mule-os.xsd "
      + "http://www.mulesoft.org/schema/mule/http http://www.mulesoft.org/schema/mule/http/current/mule-http.xsd "
      + "http://www.mulesoft.org/schema/mule/twilio http://www.mulesoft.org/schema/mule/twilio/current/mule-twilio.xsd "
      + "http://www.mulesoft.org/schema/mule/ee/core http://www.mulesoft.org/schema/mule/ee/core/current/mule-ee.xsd'>\n";

  static Set<ExtensionModel> models;

  @TempDir
  Path folder;

  @BeforeAll
  static void load() {
    List<Class<?>> types = new ArrayList<>(List.of(TwilioConnector.class));
    types.addAll(StandIns.extensions());
    types.add(MunitToolsExtension.class);
    models = ExtensionModels.of(types);
  }

  List<String> problems(String elements) {
    return assertThrows(FaultyApplicationException.class, () -> check(Map.of("app.xml", document(elements)))).problems().stream()
        .map(Problem::toString).collect(Collectors.toList());
  }

  /** As the embedded Mule does it: all, if anything is wrong. */
  void check(Map<String, byte[]> documents) throws Exception {
    checking().check(documents);
    checking().explain(new IllegalStateException("none"), documents);
  }

  ApplicationCheck checking() throws Exception {
    ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    return new ApplicationCheck(models, new ApplicationResources(loader, List.of()), true);
  }

  static byte[] document(String elements) {
    return (ROOT + elements + "</mule>").getBytes(UTF_8);
  }
}
