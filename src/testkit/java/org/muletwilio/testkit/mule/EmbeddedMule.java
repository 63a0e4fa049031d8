package org.muletwilio.testkit.mule;

import org.mule.runtime.api.component.execution.InputEvent;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.meta.MuleVersion;
import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.core.api.config.DefaultMuleConfiguration;
import org.mule.runtime.core.api.config.MuleManifest;
import org.mule.runtime.core.api.config.bootstrap.PropertiesBootstrapServiceDiscoverer;
import org.mule.runtime.core.api.context.MuleContextBuilder;
import org.mule.runtime.core.internal.context.MuleContextWithRegistries;

import org.muletwilio.testkit.expression.ApplicationResources;
import org.muletwilio.testkit.expression.EmbeddedExpressionLanguage;
import org.muletwilio.testkit.scheduler.EmbeddedSchedulerService;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A Mule application on the Mule 4.1.1 CE kernel and Mule's own HTTP service, in this JVM. Several can run at once.
 * {@link EmbeddedSchedulerService} and {@link EmbeddedExpressionLanguage} replace services that are not on Maven Central.
 */
public final class EmbeddedMule implements AutoCloseable {

  private static final Duration RUN_TIME = Duration.ofSeconds(60);

  private final EmbeddedServices services;
  private final boolean ownsServices;
  private final ApplicationClassLoader classLoader;
  private final WorkingDirectory workingDirectory;
  private final FlowRuns runs;
  private MuleContextWithRegistries mule;
  private ApplicationFlows flows;
  private boolean closed;

  private EmbeddedMule(EmbeddedMuleBuilder application) throws MuleException, IOException {
    runs = new FlowRuns(application.listeners);
    classLoader = new ApplicationClassLoader(application.resources, application.connectorClassLoader);
    workingDirectory = WorkingDirectory.of(application.workingDirectory);
    ownsServices = application.sharedServices.isEmpty();
    services = ownsServices ? EmbeddedServices.start(application.name, application.httpMode) : application.sharedServices.get();
  }

  /** @return a builder of an application that has the Twilio connector */
  public static EmbeddedMuleBuilder builder() {
    return new EmbeddedMuleBuilder();
  }

  /** @return the version of the kernel that is embedded */
  public static MuleVersion version() {
    return new MuleVersion(MuleManifest.getProductVersion());
  }

  static EmbeddedMule start(EmbeddedMuleBuilder application) {
    try {
      EmbeddedMule embedded = new EmbeddedMule(application);
      try {
        embedded.classLoader.call(() -> embedded.startContext(application));
        return embedded;
      } catch (Exception | LinkageError e) {
        embedded.closeAfter(e);
        throw e;
      }
    } catch (Exception | LinkageError e) {
      throw new ApplicationStartException(e);
    }
  }

  private Void startContext(EmbeddedMuleBuilder application) throws MuleException {
    DefaultMuleConfiguration configuration = new DefaultMuleConfiguration();
    configuration.setId(application.name);
    configuration.setWorkingDirectory(workingDirectory.path().toString());
    MuleContextBuilder context = MuleContextBuilder.builder(application.type);
    context.setMuleConfiguration(configuration);
    context.setExecutionClassLoader(classLoader.get());
    mule = (MuleContextWithRegistries) context.buildMuleContext();
    flows = new ApplicationFlows(mule, classLoader);
    mule.setBootstrapServiceDiscoverer(new PropertiesBootstrapServiceDiscoverer(application.connectorClassLoader));
    new ApplicationConfiguration(application, services, runs, new ApplicationResources(classLoader.get(), application.libraries))
        .configure(mule);
    mule.initialise();
    mule.start();
    return null;
  }

  /**
   * Runs a flow to its end.
   *
   * @param payload the payload, or a {@link Message}
   * @throws FlowFailedException if the flow ends with an error, or is stopped
   */
  public FlowResult run(String flow, Object payload) {
    return run(flow, payload, null, Map.of());
  }

  /**
   * Runs a flow to its end, with attributes and variables.
   *
   * @throws FlowFailedException if the flow ends with an error, or is stopped
   */
  public FlowResult run(String flow, Object payload, Object attributes, Map<String, ?> variables) {
    return run(flow, ApplicationFlows.inputOf(payload, attributes, variables), RUN_TIME);
  }

  /**
   * Runs a flow to its end.
   *
   * @throws FlowFailedException if the flow ends with an error, or is stopped
   * @throws FlowStillRunningException if it doesn't end in time; it goes on then
   */
  public FlowResult run(String flow, InputEvent input, Duration time) {
    return flows.run(flow, input, time);
  }

  /**
   * Starts the source of a flow, where the application has started without it.
   *
   * @throws IllegalArgumentException if there is no such flow, or it has no source
   */
  public void startSource(String flow) {
    flows.startSource(flow);
  }

  public void stopSource(String flow) {
    flows.stopSource(flow);
  }

  public void stopFlow(String name) {
    flows.stop(name);
  }

  public void startFlow(String name) {
    flows.start(name);
  }

  /** @return the names of the flows that have a source */
  public Set<String> flowsWithSource() {
    return flows.withSource();
  }

  /** @return the runs of a flow, in the order in which they began */
  public List<FlowRun> runs(String flow) {
    return runs.of(flow);
  }

  /**
   * Waits for a run of a flow; one that is there already counts.
   *
   * @throws FlowRunMissingException if there is none in time
   */
  public FlowRun awaitRun(String flow, Predicate<FlowRun> condition, Duration timeout) {
    return runs.await(flow, condition, timeout);
  }

  public void onFlowRun(FlowRunListener listener) {
    runs.add(listener);
  }

  public ExtensionModel extensionModel(String name) {
    return mule.getExtensionManager().getExtension(name)
        .orElseThrow(() -> new IllegalArgumentException("No extension '" + name + "'"));
  }

  /** @param type of an object in the application's registry, such as {@code ConfigurationProperties} */
  public <T> T lookup(Class<T> type) {
    return mule.getRegistry().lookupObjects(type).stream().findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Nothing in the registry is a " + type.getName()));
  }

  public EmbeddedServices services() {
    return services;
  }

  /**
   * Stops the application and releases all that belongs to it.
   *
   * @throws IllegalStateException if something can't be closed, or a thread does not end, as that of a server not disposed
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    Closing closing = new Closing();
    classLoader.callUnchecked(() -> {
      closing.step(() -> {
        if (mule != null && mule.isStarted()) {
          mule.stop();
        }
      });
      closing.step(() -> {
        if (mule != null && !mule.isDisposed()) {
          mule.dispose();
        }
      });
      return null;
    });
    if (ownsServices) {
      closing.step(services::close);
    }
    closing.step(classLoader::close);
    closing.step(workingDirectory::close);
    closing.end();
  }

  private void closeAfter(Throwable failure) {
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
