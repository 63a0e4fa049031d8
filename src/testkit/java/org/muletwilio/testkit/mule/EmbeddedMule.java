package org.muletwilio.testkit.mule;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.api.component.execution.InputEvent;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.lifecycle.Startable;
import org.mule.runtime.api.lifecycle.Stoppable;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.meta.MuleVersion;
import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.core.api.MuleContext;
import org.mule.runtime.core.api.config.DefaultMuleConfiguration;
import org.mule.runtime.core.api.config.MuleManifest;
import org.mule.runtime.core.api.config.bootstrap.PropertiesBootstrapServiceDiscoverer;
import org.mule.runtime.core.api.construct.Flow;
import org.mule.runtime.core.api.context.DefaultMuleContextFactory;
import org.mule.runtime.core.api.context.MuleContextBuilder;
import org.mule.runtime.core.api.source.MessageSource;
import org.mule.runtime.core.internal.context.MuleContextWithRegistries;

import org.muletwilio.testkit.expression.ApplicationResources;
import org.muletwilio.testkit.expression.EmbeddedExpressionLanguage;
import org.muletwilio.testkit.scheduler.EmbeddedSchedulerService;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.commons.io.FileUtils;

/**
 * A Mule application on the Mule 4.1.1 CE kernel and Mule's own HTTP service, in this JVM. Several can run at once.
 * {@link EmbeddedSchedulerService} and {@link EmbeddedExpressionLanguage} stand in for what Maven Central lacks.
 */
public final class EmbeddedMule implements AutoCloseable {

  private static final Duration RUN_TIME = Duration.ofSeconds(60);

  private final EmbeddedServices services;
  private final boolean ownsServices;
  private final URLClassLoader classLoader;
  private final Path workingDirectory;
  private final boolean keepsWorkingDirectory;
  private final FlowRuns runs;
  private MuleContextWithRegistries mule;
  private boolean closed;

  private EmbeddedMule(EmbeddedMuleBuilder application) throws MuleException, IOException {
    runs = new FlowRuns(application.listeners);
    classLoader = classLoaderOf(application.resources, application.connectorClassLoader);
    workingDirectory = application.workingDirectory.isPresent() ? application.workingDirectory.get()
        : Files.createTempDirectory("embedded-mule");
    keepsWorkingDirectory = application.workingDirectory.isPresent();
    ownsServices = application.sharedServices.isEmpty();
    services = ownsServices ? EmbeddedServices.start(application.name, application.httpMode) : application.sharedServices.get();
  }

  /**
   * @return a builder of an application that has the Twilio connector
   */
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
        embedded.inClassLoader(() -> embedded.startContext(application));
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
    configuration.setWorkingDirectory(workingDirectory.toString());
    MuleContextBuilder context = MuleContextBuilder.builder(application.type);
    context.setMuleConfiguration(configuration);
    context.setExecutionClassLoader(classLoader);
    mule = (MuleContextWithRegistries) context.buildMuleContext();
    mule.setBootstrapServiceDiscoverer(new PropertiesBootstrapServiceDiscoverer(application.connectorClassLoader));
    new ApplicationConfiguration(application, services, runs, new ApplicationResources(classLoader, application.libraries))
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
    Message message = payload instanceof Message ? (Message) payload
        : Message.builder().value(payload).attributesValue(attributes).build();
    return run(flow, inputOf(message, variables), RUN_TIME);
  }

  /**
   * Runs a flow to its end.
   *
   * @throws FlowFailedException if the flow ends with an error, or is stopped
   * @throws FlowStillRunningException if it doesn't end in time; it goes on then
   */
  public FlowResult run(String flow, InputEvent input, Duration time) {
    Flow executable = flow(flow);
    if (!executable.getLifecycleState().isStarted()) {
      throw FlowFailedException.stopped(flow);
    }
    return inClassLoaderUnchecked(() -> {
      try {
        ExecutionResult result = executable.execute(input).get(time.toMillis(), MILLISECONDS);
        try {
          return FlowResult.of(result.getEvent());
        } finally {
          result.complete();
        }
      } catch (ExecutionException e) {
        throw FlowFailedException.of(e.getCause());
      } catch (TimeoutException e) {
        throw new FlowStillRunningException(flow, time);
      }
    });
  }

  /**
   * Starts the source of a flow, where the application has started without it.
   *
   * @throws IllegalArgumentException if there is no such flow, or it has no source
   */
  public void startSource(String flow) {
    inClassLoaderUnchecked(() -> {
      ((Startable) source(flow)).start();
      return null;
    });
  }

  public void stopSource(String flow) {
    inClassLoaderUnchecked(() -> {
      ((Stoppable) source(flow)).stop();
      return null;
    });
  }

  private MessageSource source(String flow) {
    return Optional.ofNullable(flow(flow).getSource())
        .orElseThrow(() -> new IllegalArgumentException("The flow '" + flow + "' has no source"));
  }

  public void stopFlow(String name) {
    inClassLoaderUnchecked(() -> {
      flow(name).stop();
      return null;
    });
  }

  public void startFlow(String name) {
    inClassLoaderUnchecked(() -> {
      flow(name).start();
      return null;
    });
  }

  /**
   * @return the names of the flows that have a source
   */
  public Set<String> flowsWithSource() {
    return mule.getRegistry().lookupObjects(Flow.class).stream().filter(flow -> flow.getSource() != null).map(Flow::getName)
        .collect(Collectors.toSet());
  }

  /**
   * @return the runs of a flow, in the order in which they began
   */
  public List<FlowRun> runs(String flow) {
    return runs.of(flow);
  }

  /**
   * Waits for a run of a flow, unless there was one already.
   *
   * @throws FlowRunMissingException if none comes in time
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

  /**
   * @param type of an object in the application's registry, such as {@code ConfigurationProperties}
   */
  public <T> T lookup(Class<T> type) {
    return mule.getRegistry().lookupObjects(type).stream().findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Nothing in the registry is a " + type.getName()));
  }

  public EmbeddedServices services() {
    return services;
  }

  /**
   * Stops the application and ends all that belongs to it.
   *
   * @throws IllegalStateException if something can't be closed, or a thread goes on, as that of a server that nobody disposed
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    Closing closing = new Closing();
    inClassLoaderUnchecked(() -> {
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
    if (!keepsWorkingDirectory) {
      closing.step(() -> FileUtils.deleteDirectory(workingDirectory.toFile()));
    }
    closing.end();
  }

  /** Adds one by one: {@code InputEvent.variables} of Mule 4.1.1 loses them. */
  private static InputEvent inputOf(Message message, Map<String, ?> variables) {
    InputEvent input = InputEvent.create().message(message);
    for (Map.Entry<String, ?> variable : variables.entrySet()) {
      input = input.addVariable(variable.getKey(), variable.getValue());
    }
    return input;
  }

  private void closeAfter(Throwable failure) {
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private Flow flow(String name) {
    Object found = mule.getRegistry().lookupObject(name);
    if (found instanceof Flow) {
      return (Flow) found;
    }
    throw new IllegalArgumentException("No flow '" + name + "'. There are: "
        + mule.getRegistry().lookupObjects(Flow.class).stream().map(Flow::getName).sorted().toList());
  }

  private static URLClassLoader classLoaderOf(List<Path> folders, ClassLoader parent) throws IOException {
    URL[] urls = new URL[folders.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = folders.get(i).toUri().toURL();
    }
    return new URLClassLoader(urls, parent);
  }

  private <T> T inClassLoaderUnchecked(Callable<T> action) {
    try {
      return inClassLoader(action);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T inClassLoader(Callable<T> action) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader previous = thread.getContextClassLoader();
    thread.setContextClassLoader(classLoader);
    try {
      return action.call();
    } finally {
      thread.setContextClassLoader(previous);
    }
  }
}
