package org.muletwilio.testkit.mule;

import org.mule.runtime.api.config.custom.CustomizationService;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.config.internal.SpringXmlConfigurationBuilder;
import org.mule.runtime.core.api.config.ConfigResource;
import org.mule.runtime.core.api.config.ConfigurationException;
import org.mule.runtime.core.api.lifecycle.LifecycleUtils;
import org.mule.runtime.core.internal.context.MuleContextWithRegistries;
import org.mule.runtime.module.extension.internal.manager.DefaultExtensionManager;

import org.muletwilio.testkit.check.ApplicationCheck;
import org.muletwilio.testkit.check.ExtensionModels;
import org.muletwilio.testkit.expression.ApplicationResources;
import org.muletwilio.testkit.expression.EmbeddedExpressionLanguageFactory;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts an application into a Mule context: observers, services, extensions, XML.
 */
final class ApplicationConfiguration {

  /** By its name, since Mule's class loader may not have it. */
  private static final String CONNECTOR = "org.muletwilio.internal.TwilioConnector";

  private final EmbeddedMuleBuilder application;
  private final EmbeddedServices services;
  private final FlowRuns runs;
  private final ApplicationResources resources;

  ApplicationConfiguration(EmbeddedMuleBuilder application, EmbeddedServices services, FlowRuns runs,
                           ApplicationResources resources) {
    this.application = application;
    this.services = services;
    this.runs = runs;
    this.resources = resources;
  }

  void configure(MuleContextWithRegistries mule) throws MuleException {
    if (application.keepsRuns) {
      mule.getNotificationManager().addListener(runs);
    }
    registerServices(mule.getCustomizationService());
    ApplicationCheck check = new ApplicationCheck(registerExtensions(mule), resources, application.checksOperations);
    check.check(application.configs);
    try {
      new Documents(application).configure(mule);
    } catch (ConfigurationException e) {
      check.explain(e, application.configs);
      throw e;
    }
  }

  private void registerServices(CustomizationService customization) {
    customization.registerCustomServiceImpl("schedulerService", services.schedulerService());
    customization.registerCustomServiceImpl("httpService", services.httpService());
    customization.registerCustomServiceImpl("expressionLanguageFactory", new EmbeddedExpressionLanguageFactory(resources));
    application.registered.forEach(customization::registerCustomServiceImpl);
    application.replaced.forEach(customization::overrideDefaultServiceImpl);
  }

  private Set<ExtensionModel> registerExtensions(MuleContextWithRegistries mule) throws MuleException {
    DefaultExtensionManager manager = new DefaultExtensionManager();
    mule.setExtensionManager(manager);
    LifecycleUtils.initialiseIfNeeded(manager, mule);
    List<Class<?>> types = new ArrayList<>(List.of(connector()));
    types.addAll(application.extensions);
    Set<ExtensionModel> known = ExtensionModels.of(types);
    known.forEach(manager::registerExtension);
    return known;
  }

  private Class<?> connector() {
    try {
      return application.connectorClassLoader.loadClass(CONNECTOR);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The class loader has no connector", e);
    }
  }

  /** Mule's reader of XML, given documents instead of their names. */
  private static final class Documents extends SpringXmlConfigurationBuilder {

    Documents(EmbeddedMuleBuilder application) throws ConfigurationException {
      super(new String[0], application.properties, application.type, false, false);
      artifactConfigResources = application.configs.entrySet().stream()
          .map(config -> new ConfigResource(config.getKey(), new ByteArrayInputStream(config.getValue())))
          .toArray(ConfigResource[]::new);
    }
  }
}
