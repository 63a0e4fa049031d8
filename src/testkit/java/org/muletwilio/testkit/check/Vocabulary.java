package org.muletwilio.testkit.check;

import org.mule.runtime.api.el.ModuleNamespace;
import org.mule.runtime.api.meta.NamedObject;
import org.mule.runtime.api.meta.model.ExtensionModel;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What extensions add to Mule's XML and expressions.
 *
 * @param modules their prefixes, by the namespaces of their elements
 * @param functions such as {@code MunitTools::equalTo}
 */
record Vocabulary(Map<String, String> modules, Set<String> functions) {

  static final String CORE = "http://www.mulesoft.org/schema/mule/core";
  static final String TRANSFORM = "http://www.mulesoft.org/schema/mule/ee/core";
  private static final String MULE = "http://www.mulesoft.org/schema/mule/";
  /** Its elements and attributes are understood by Mule itself. */
  private static final Set<String> OF_MULE = Set.of(MULE + "documentation", MULE + "domain");

  static Vocabulary of(Set<ExtensionModel> models) {
    Map<String, String> modules = new LinkedHashMap<>();
    modules.put(CORE, "mule");
    modules.put(TRANSFORM, "ee");
    modules.put(MULE + "tls", "tls");
    Set<String> functions = new LinkedHashSet<>();
    for (ExtensionModel model : models) {
      modules.put(model.getXmlDslModel().getNamespace(), model.getXmlDslModel().getPrefix());
      String module = new ModuleNamespace(model.getXmlDslModel().getPrefix()).toString();
      model.getFunctionModels().stream().map(NamedObject::getName).forEach(name -> functions.add(module + "::" + name));
    }
    return new Vocabulary(modules, functions);
  }

  /** @return whether elements of a namespace of Mule's can't be understood */
  boolean isUnknownModule(String namespace) {
    return namespace.startsWith(MULE) && !modules.containsKey(namespace) && !OF_MULE.contains(namespace);
  }

  /** @return the modules as the application writes their prefixes, for a message */
  String described() {
    return String.join(", ", new TreeSet<>(modules.values()));
  }
}
