package org.muletwilio.testkit.module.listener;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Configuration;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.Sources;
import org.mule.runtime.extension.api.annotation.connectivity.ConnectionProviders;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;

/** {@code http:listener-config}: a server that listeners share, and that others find by the config's name. */
@Configuration(name = "listenerConfig")
@ConnectionProviders(ListenerConnection.class)
@Sources(Listener.class)
public class ListenerConfig {

  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  private String basePath;

  /** @return the path of a listener below the base path, with a leading slash */
  String fullPath(String path) {
    return withSlash(basePath == null ? "" : basePath) + withSlash(path);
  }

  private static String withSlash(String path) {
    String start = path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    return start.endsWith("/") && start.length() > 1 ? start.substring(0, start.length() - 1) : start.equals("/") ? "" : start;
  }
}
