package org.muletwilio.functional.lifecycle;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.WorkApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.mule.FlowRun;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Deploys an application again and again, with the extension and its libraries each time in a class loader of their own. */
final class ExtensionReload {

  static final int DEPLOYMENTS = 6;
  /** The connector's own classes, Twilio's SDK and what that brings along. */
  private static final Pattern EXTENSION = Pattern.compile(".*(/target/classes/?|/(twilio|jackson|jjwt)-[^/]*\\.jar)");

  private ExtensionReload() {}

  /** @return what starts it in a Java of its own, whose class path lacks the extension */
  static List<String> command() {
    Map<Boolean, List<String>> parts = Stream.of(WorkApplication.classPath().split(File.pathSeparator))
        .collect(partitioningBy(each -> EXTENSION.matcher(each).matches(), toList()));
    return WorkApplication.java(parts.get(false).stream().collect(joining(File.pathSeparator)), ExtensionReload.class,
                                parts.get(true).toArray(String[]::new));
  }

  public static void main(String[] extension) throws Exception {
    int port = freePort();
    List<WeakReference<?>> classLoaders = new ArrayList<>();
    try (TwilioSimulator simulator = simulator(); EmbeddedServices services = EmbeddedServices.start("reloaded")) {
      for (int i = 0; i < DEPLOYMENTS; i++) {
        deploy(simulator, services, port, extension, classLoaders);
      }
      System.out.println("Class loaders in memory: " + RedeployTest.awaitCollected(classLoaders, 0));
    }
  }

  private static void deploy(TwilioSimulator simulator, EmbeddedServices services, int port, String[] extension,
                             List<WeakReference<?>> classLoaders) throws Exception {
    URL[] urls = new URL[extension.length];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = Path.of(extension[i]).toUri().toURL();
    }
    try (URLClassLoader classLoader = new URLClassLoader(urls, ExtensionReload.class.getClassLoader());
        EmbeddedMule mule = application(simulator, port, sendFlow() + flow("status")).connectorFrom(classLoader)
            .sharedServices(services).start()) {
      mule.run("send", "Hello");
      FlowRun run = mule.awaitRun("status", each -> each.payload().toString().contains("delivered") && each.hasEnded(), SOON);
      if (run.attributes().getClass().getClassLoader() != classLoader) {
        throw new IllegalStateException("The extension is from another class loader");
      }
      classLoaders.add(new WeakReference<>(classLoader));
    }
  }
}
