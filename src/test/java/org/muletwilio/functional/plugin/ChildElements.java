package org.muletwilio.functional.plugin;

import static org.mule.metadata.api.utils.MetadataTypeUtils.getDefaultValue;

import org.mule.metadata.api.annotation.TypeIdAnnotation;
import org.mule.metadata.api.model.ObjectFieldType;
import org.mule.metadata.api.model.ObjectType;
import org.mule.runtime.api.meta.ExpressionSupport;
import org.mule.runtime.api.meta.model.ParameterDslConfiguration;
import org.mule.runtime.api.meta.model.display.DisplayModel;
import org.mule.runtime.api.meta.model.parameter.ParameterModel;
import org.mule.runtime.api.meta.model.parameter.ParameterRole;
import org.mule.runtime.extension.api.declaration.type.annotation.DisplayTypeAnnotation;
import org.mule.runtime.extension.api.declaration.type.annotation.LayoutTypeAnnotation;
import org.mule.runtime.extension.api.declaration.type.annotation.StereotypeTypeAnnotation;
import org.mule.runtime.extension.api.model.parameter.ImmutableParameterModel;

import java.util.List;
import java.util.Set;

/** The parameters that are an element of their own, with attributes of their own, by a class of the connector. */
final class ChildElements {

  private ChildElements() {}

  static boolean isOne(ParameterModel parameter) {
    return parameter.getType() instanceof ObjectType && parameter.getType().getAnnotation(TypeIdAnnotation.class)
        .filter(id -> id.getValue().startsWith("org.muletwilio.internal.")).isPresent();
  }

  /** @return the attributes of its element */
  static List<ParameterModel> attributesOf(ParameterModel parameter) {
    return ((ObjectType) parameter.getType()).getFields().stream().map(ChildElements::attribute).toList();
  }

  private static ParameterModel attribute(ObjectFieldType field) {
    return new ImmutableParameterModel(field.getKey().getName().getLocalPart(), "", field.getValue(), false, field.isRequired(),
        false, ExpressionSupport.NOT_SUPPORTED, getDefaultValue(field).orElse(null), ParameterRole.BEHAVIOUR,
        ParameterDslConfiguration.getDefaultInstance(), field.getAnnotation(DisplayTypeAnnotation.class)
            .map(ChildElements::display).orElse(null),
        field.getAnnotation(LayoutTypeAnnotation.class).map(LayoutTypeAnnotation::getLayoutModel).orElse(null), null,
        field.getAnnotation(StereotypeTypeAnnotation.class).map(StereotypeTypeAnnotation::getAllowedStereotypes)
        .orElse(List.of()), Set.of());
  }

  private static DisplayModel display(DisplayTypeAnnotation field) {
    return DisplayModel.builder().displayName(field.getDisplayName()).summary(field.getSummary())
        .example(field.getExample()).build();
  }
}
