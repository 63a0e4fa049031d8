package org.muletwilio.testkit.module.ee;

import static org.mule.runtime.dsl.api.component.AttributeDefinition.Builder.fromChildCollectionConfiguration;
import static org.mule.runtime.dsl.api.component.AttributeDefinition.Builder.fromChildConfiguration;
import static org.mule.runtime.dsl.api.component.AttributeDefinition.Builder.fromSimpleParameter;
import static org.mule.runtime.dsl.api.component.AttributeDefinition.Builder.fromTextContent;
import static org.mule.runtime.dsl.api.component.TypeDefinition.fromType;

import org.mule.runtime.dsl.api.component.ComponentBuildingDefinition;
import org.mule.runtime.dsl.api.component.ComponentBuildingDefinitionProvider;

import java.util.List;

/** Tells Mule what to build of the elements of {@code ee:transform}. */
public final class EeComponents implements ComponentBuildingDefinitionProvider {

  @Override
  public void init() {
    // nothing to prepare
  }

  @Override
  public List<ComponentBuildingDefinition> getComponentBuildingDefinitions() {
    ComponentBuildingDefinition.Builder ee = new ComponentBuildingDefinition.Builder().withNamespace(EeNamespace.PREFIX);
    return List.of(
        ee.withIdentifier("transform").withTypeDefinition(fromType(Transform.class))
            .withSetterParameterDefinition("message", fromChildConfiguration(TransformedMessage.class).build())
            .withSetterParameterDefinition("variables", fromChildConfiguration(TransformedVariables.class).build())
            .build(),
        ee.withIdentifier("message").withTypeDefinition(fromType(TransformedMessage.class))
            .withSetterParameterDefinition("payload", fromChildConfiguration(TransformScript.class)
                .withIdentifier("set-payload").build())
            .withSetterParameterDefinition("attributes", fromChildConfiguration(TransformScript.class)
                .withIdentifier("set-attributes").build())
            .build(),
        script(ee, "set-payload"), script(ee, "set-attributes"),
        ee.withIdentifier("variables").withTypeDefinition(fromType(TransformedVariables.class))
            .withSetterParameterDefinition("scripts", fromChildCollectionConfiguration(TransformScript.class).build()).build(),
        script(ee, "set-variable"));
  }

  private static ComponentBuildingDefinition script(ComponentBuildingDefinition.Builder ee, String element) {
    return ee.withIdentifier(element).withTypeDefinition(fromType(TransformScript.class))
        .withSetterParameterDefinition("script", fromTextContent().build())
        .withSetterParameterDefinition("resource", fromSimpleParameter("resource").build())
        .withSetterParameterDefinition("variableName", fromSimpleParameter("variableName").build())
        .build();
  }
}
