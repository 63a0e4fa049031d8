package org.muletwilio.internal.request;

import org.mule.metadata.api.builder.BaseTypeBuilder;
import org.mule.metadata.api.builder.ObjectTypeBuilder;
import org.mule.metadata.api.model.MetadataFormat;
import org.mule.metadata.api.model.MetadataType;

import org.muletwilio.internal.request.catalogue.ApiField;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.ApiParameter;
import org.muletwilio.internal.request.catalogue.ApiType;

/** Converts the types of the catalogue into the metadata types of Mule, which Studio shows. */
final class MetadataTypes {

  private MetadataTypes() {}

  /** @return an object with the operation's parameters as fields */
  static MetadataType ofParameters(ApiOperation operation, MetadataFormat format) {
    ObjectTypeBuilder parameters = BaseTypeBuilder.create(format).objectType().id(operation.getApi() + " " + operation.getName());
    for (ApiParameter parameter : operation.getParameters().values()) {
      parameters.addField().key(parameter.getName()).required(parameter.isRequired())
          .value(of(parameter.getType(), format));
    }
    return parameters.build();
  }

  /** @return an object with the list under its key, and whatever else stands beside it on a page */
  static MetadataType ofPage(ApiOperation operation, String listKey, MetadataFormat format) {
    ObjectTypeBuilder page = BaseTypeBuilder.create(format).objectType();
    page.addField().key(listKey).required(true).value().arrayType().of(of(operation.getResult(), format));
    page.openWith().anyType();
    return page.build();
  }

  static MetadataType of(ApiType type, MetadataFormat format) {
    if (type.getLists() > 0) {
      return BaseTypeBuilder.create(format).arrayType().of(of(type.getEntry(), format)).build();
    }
    switch (type.getBase()) {
      case INTEGER:
        return BaseTypeBuilder.create(format).numberType().integer().build();
      case NUMBER:
        return BaseTypeBuilder.create(format).numberType().build();
      case BOOLEAN:
        return BaseTypeBuilder.create(format).booleanType().build();
      case DATE_TIME:
        return BaseTypeBuilder.create(format).dateTimeType().build();
      case DATE:
        return BaseTypeBuilder.create(format).dateType().build();
      case ENUMERATION:
        return BaseTypeBuilder.create(format).stringType().enumOf(type.getWords().toArray(new String[0])).build();
      case RECORD:
        return record(type, format);
      case ANY:
        return BaseTypeBuilder.create(format).anyType().build();
      default:
        return BaseTypeBuilder.create(format).stringType().build();
    }
  }

  private static MetadataType record(ApiType type, MetadataFormat format) {
    ObjectTypeBuilder record = BaseTypeBuilder.create(format).objectType();
    for (ApiField field : type.getFields()) {
      record.addField().key(field.getName()).required(field.isRequired())
          .value(of(field.getType(), format));
    }
    return record.build();
  }
}
