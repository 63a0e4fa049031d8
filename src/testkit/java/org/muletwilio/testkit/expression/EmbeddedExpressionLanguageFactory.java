package org.muletwilio.testkit.expression;

import org.mule.runtime.api.el.DefaultExpressionLanguageFactoryService;
import org.mule.runtime.api.el.ExpressionLanguage;

/** Gives each application its own expression language. */
public final class EmbeddedExpressionLanguageFactory implements DefaultExpressionLanguageFactoryService {

  private final ApplicationResources resources;

  /**
   * @param resources the application's class path
   */
  public EmbeddedExpressionLanguageFactory(ApplicationResources resources) {
    this.resources = resources;
  }

  @Override
  public String getName() {
    return "Embedded expression language";
  }

  @Override
  public ExpressionLanguage create() {
    return new EmbeddedExpressionLanguage(resources);
  }
}
