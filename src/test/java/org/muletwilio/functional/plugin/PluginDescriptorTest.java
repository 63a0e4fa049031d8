package org.muletwilio.functional.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.deployment.meta.MulePluginModel;
import org.mule.runtime.api.deployment.meta.Product;
import org.mule.runtime.api.deployment.persistence.MulePluginModelJsonSerializer;
import org.mule.runtime.extension.api.annotation.Extension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** {@code mule-artifact.json}, by which Mule, its tools and Exchange know the plugin, as Mule itself reads it. */
class PluginDescriptorTest {

  private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/mule-artifact/mule-artifact.json");
  /** As {@code java.specification.version} has them. */
  private static final List<String> JAVA_VERSIONS = List.of("1.8", "11", "17");

  @Test
  void isReadByMule() throws Exception {
    MulePluginModel plugin = new MulePluginModelJsonSerializer().deserialize(Files.readString(DESCRIPTOR));
    assertEquals("Twilio", plugin.getName());
    assertEquals(property("mule.version"), plugin.getMinMuleVersion());
    assertEquals(Product.MULE, plugin.getRequiredProduct());
    assertEquals("mule", plugin.getBundleDescriptorLoader().getId());
    assertEquals("mule", plugin.getClassLoaderModelLoaderDescriptor().getId());
    var loader = plugin.getExtensionModelLoaderDescriptor().orElseThrow();
    assertEquals("java", loader.getId());
    Class<?> extension = Class.forName((String) loader.getAttributes().get("type"));
    assertEquals(plugin.getName(), extension.getAnnotation(Extension.class).name());
  }

  /** Exchange takes them from here, Mule from the annotation that {@link PackagedJarTest} looks at. */
  @Test
  void namesTheJavaVersionsThatTheExtensionDeclares() throws IOException {
    JsonNode descriptor = new ObjectMapper().readTree(DESCRIPTOR.toFile());
    for (String field : List.of("supportedJavaVersions", "javaSpecificationVersions")) {
      assertEquals(JAVA_VERSIONS,
          StreamSupport.stream(descriptor.path(field).spliterator(), false).map(JsonNode::asText).toList(), field);
    }
  }

  private static String property(String name) throws IOException {
    var matcher = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(matcher.find(), name);
    return matcher.group(1);
  }
}
