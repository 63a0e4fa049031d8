package org.muletwilio.testkit.mule;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.core.api.config.bootstrap.ArtifactType;

import org.muletwilio.testkit.expression.function.Library;
import org.muletwilio.testkit.http.HttpMode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds an embedded application.
 */
public final class EmbeddedMuleBuilder {

  final Map<String, byte[]> configs = new LinkedHashMap<>();
  final List<Path> resources = new ArrayList<>();
  final Map<String, String> properties = new LinkedHashMap<>();
  final Set<Class<?>> extensions = new LinkedHashSet<>();
  final List<FlowRunListener> listeners = new ArrayList<>();
  final List<Library> libraries = new ArrayList<>();
  final Map<String, Object> registered = new LinkedHashMap<>();
  final Map<String, Object> replaced = new LinkedHashMap<>();
  String name = "app-" + UUID.randomUUID().toString().substring(0, 8);
  Optional<EmbeddedServices> sharedServices = Optional.empty();
  Optional<Path> workingDirectory = Optional.empty();
  ClassLoader connectorClassLoader = EmbeddedMuleBuilder.class.getClassLoader();
  boolean keepsRuns = true;
  boolean checksOperations;
  ArtifactType type = ArtifactType.APP;
  HttpMode httpMode = HttpMode.ofProperty();

  EmbeddedMuleBuilder() {}

  /**
   * @param applicationName the prefix of the application's thread names; by default a unique one
   */
  public EmbeddedMuleBuilder name(String applicationName) {
    name = applicationName;
    return this;
  }

  /**
   * @param xml a whole Mule XML document
   */
  public EmbeddedMuleBuilder config(String xml) {
    return config("config-" + (configs.size() + 1) + ".xml", xml);
  }

  /**
   * @param file the name that errors show
   * @param xml a whole Mule XML document
   */
  public EmbeddedMuleBuilder config(String file, String xml) {
    configs.put(file, xml.strip().getBytes(UTF_8));
    return this;
  }

  /**
   * @param file a Mule XML file, or a folder of which all {@code *.xml} are taken
   */
  public EmbeddedMuleBuilder configFile(Path file) {
    try {
      for (Path xml : Files.isDirectory(file) ? xmlFilesOf(file) : List.of(file)) {
        configs.put(xml.getFileName().toString(), Files.readAllBytes(xml));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No Mule configuration can be read from " + file, e);
    }
    return this;
  }

  /**
   * @param folder put on the application's class path, as {@code src/main/resources} is
   */
  public EmbeddedMuleBuilder resources(Path folder) {
    resources.add(folder);
    return this;
  }

  /**
   * A property as given at deployment: it wins over those in files, and nobody outside this application sees it.
   */
  public EmbeddedMuleBuilder property(String key, Object value) {
    properties.put(key, String.valueOf(value));
    return this;
  }

  /**
   * @param extensionType a class with {@code @Extension} that is loaded beside the Twilio connector
   */
  public EmbeddedMuleBuilder extension(Class<?> extensionType) {
    extensions.add(extensionType);
    return this;
  }

  /**
   * @param library a module of functions that expressions can import, beside those of DataWeave that are known
   */
  public EmbeddedMuleBuilder library(Library library) {
    libraries.add(library);
    return this;
  }

  /**
   * @param classLoader from which the Twilio connector is taken, and which is the parent of the application's
   */
  public EmbeddedMuleBuilder connectorFrom(ClassLoader classLoader) {
    connectorClassLoader = classLoader;
    return this;
  }

  /**
   * @param object put into the application's registry, where Mule and the operations of extensions find it by its type
   */
  public EmbeddedMuleBuilder registered(String key, Object object) {
    registered.put(key, object);
    return this;
  }

  /**
   * @param service the name under which Mule's registry has one of its services
   * @param replacement takes its place, and gets what its fields with {@code @Inject} ask for
   */
  public EmbeddedMuleBuilder replacing(String service, Object replacement) {
    replaced.put(service, replacement);
    return this;
  }

  /**
   * @param listener called for each run of a flow, from the first one on
   */
  public EmbeddedMuleBuilder onFlowRun(FlowRunListener listener) {
    listeners.add(listener);
    return this;
  }

  /**
   * Keeps no runs of flows, so that the application can run for long or be measured; {@link EmbeddedMule#runs} is empty
   * then.
   */
  public EmbeddedMuleBuilder forgetRuns() {
    keepsRuns = false;
    return this;
  }

  /** Refuses operations of the connector that can't work before anything starts, those in sub-flows too. */
  public EmbeddedMuleBuilder checkOperations() {
    checksOperations = true;
    return this;
  }

  /**
   * @param folder where the application keeps what must outlive it, such as persistent object stores; it is not deleted at the
   *        end. By default a new folder, which is
   */
  public EmbeddedMuleBuilder workingDirectory(Path folder) {
    workingDirectory = Optional.of(folder);
    return this;
  }

  /**
   * @param services used instead of own ones; closing the application leaves them open
   */
  public EmbeddedMuleBuilder sharedServices(EmbeddedServices services) {
    sharedServices = Optional.of(services);
    return this;
  }

  /**
   * @param mode how the HTTP service treats request handlers, if the services are the application's own; by default as the system
   *        property {@code http.mode} says
   */
  public EmbeddedMuleBuilder httpMode(HttpMode mode) {
    httpMode = mode;
    return this;
  }

  /** Makes it a domain: configs that applications share, without flows; its document is a {@code mule-domain}. */
  public EmbeddedMuleBuilder domain() {
    type = ArtifactType.DOMAIN;
    return this;
  }

  /**
   * @throws ApplicationStartException if the application does not start; everything of it is closed then
   */
  public EmbeddedMule start() {
    return EmbeddedMule.start(this);
  }

  private static List<Path> xmlFilesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().collect(Collectors.toList());
    }
  }
}
