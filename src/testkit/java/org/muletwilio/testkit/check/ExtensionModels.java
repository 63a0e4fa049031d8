package org.muletwilio.testkit.check;

import org.mule.runtime.api.dsl.DslResolvingContext;
import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.core.api.extension.MuleExtensionModelProvider;
import org.mule.runtime.module.extension.api.loader.java.DefaultJavaExtensionModelLoader;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the models of extensions: what they have for XML and for expressions. */
public final class ExtensionModels {

  private ExtensionModels() {}

  /**
   * @param types classes with {@code @Extension}; one that uses types of another comes after it
   * @return their models, and that of Mule's core
   */
  public static Set<ExtensionModel> of(List<Class<?>> types) {
    Set<ExtensionModel> models = new LinkedHashSet<>(Set.of(MuleExtensionModelProvider.getExtensionModel()));
    for (Class<?> type : types) {
      Map<String, Object> attributes = Map.of("type", type.getName(), "version", "1.0.0");
      models.add(new DefaultJavaExtensionModelLoader()
          .loadExtensionModel(type.getClassLoader(), DslResolvingContext.getDefault(models), attributes));
    }
    return models;
  }
}
