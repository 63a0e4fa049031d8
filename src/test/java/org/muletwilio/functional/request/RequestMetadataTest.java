package org.muletwilio.functional.request;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;

import org.mule.metadata.api.annotation.EnumAnnotation;
import org.mule.metadata.api.model.ArrayType;
import org.mule.metadata.api.model.BooleanType;
import org.mule.metadata.api.model.MetadataType;
import org.mule.metadata.api.model.ObjectType;
import org.mule.metadata.api.model.StringType;
import org.mule.runtime.api.component.location.Location;
import org.mule.runtime.api.meta.model.operation.OperationModel;
import org.mule.runtime.api.metadata.MetadataKey;
import org.mule.runtime.api.metadata.MetadataKeysContainer;
import org.mule.runtime.api.metadata.MetadataService;
import org.mule.runtime.api.metadata.descriptor.ComponentMetadataDescriptor;
import org.mule.runtime.api.metadata.resolving.MetadataResult;

import org.muletwilio.internal.request.catalogue.Catalogue;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Mule's metadata service, and so Studio, is told about operations of Twilio's API. No account is asked for it. */
class RequestMetadataTest {

  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    mule = application(config("Twilio", "http://127.0.0.1:1", "")
        + request("create", "verify.v2", "Services.Verifications.create") + request("unknown", "verify.v2", "Services.nothing")
        + "<flow name='list'><twilio:list config-ref='Twilio' api='verify.v2' operation='Services.list'/></flow>").start();
  }

  @AfterAll
  static void stop() {
    mule.close();
  }

  private static String request(String flow, String api, String operation) {
    return "<flow name='" + flow + "'><twilio:request config-ref='Twilio' api='" + api + "' operation='" + operation
        + "'/></flow>";
  }

  @Test
  void theKeysAreTheApisWithTheirOperations() {
    Catalogue catalogue = new Catalogue();
    Map<String, Set<MetadataKey>> keys = keys("create");
    assertEquals(catalogue.getApis(), keys.keySet());
    for (String api : catalogue.getApis()) {
      assertEquals(catalogue.getOperations(api), ids(keys.get(api)), api);
    }
  }

  @Test
  void listsAreOfferedAlone() {
    Map<String, Set<MetadataKey>> keys = keys("list");
    assertFalse(keys.isEmpty());
    keys.forEach((api, operations) -> ids(operations).forEach(operation -> assertTrue(operation.endsWith(".list")
        || new Catalogue().find(api, operation).orElseThrow().getListKey().isPresent(), api + " " + operation)));
    assertTrue(ids(keys.get("verify.v2")).contains("Services.list"));
    assertFalse(ids(keys.get("verify.v2")).contains("Services.Verifications.create"));
  }

  @Test
  void theInputHasTwiliosParametersWithTheirTypes() {
    ObjectType parameters = (ObjectType) model("create").getAllParameterModels().stream()
        .filter(each -> each.getName().equals("parameters")).findFirst().orElseThrow().getType();
    assertTrue(parameters.getFieldByName("To").orElseThrow().isRequired());
    assertTrue(parameters.getFieldByName("ServiceSid").orElseThrow().isRequired(), "a variable of the path");
    assertFalse(parameters.getFieldByName("CustomCode").orElseThrow().isRequired());
    assertTrue(parameters.getFieldByName("EnableSnaClientToken").orElseThrow().getValue() instanceof BooleanType);
    MetadataType risk = parameters.getFieldByName("RiskCheck").orElseThrow().getValue();
    assertEquals(List.of("enable", "disable"), List.of(risk.getAnnotation(EnumAnnotation.class).orElseThrow().getValues()));
  }

  @Test
  void theOutputHasTheFieldsOfTheResult() {
    ObjectType verification = (ObjectType) model("create").getOutput().getType();
    assertTrue(verification.getFieldByName("status").orElseThrow().getValue() instanceof StringType);
    assertTrue(verification.getFieldByName("valid").orElseThrow().getValue() instanceof BooleanType);
    ArrayType services = (ArrayType) model("list").getOutput().getType();
    assertTrue(((ObjectType) services.getType()).getFieldByName("friendly_name").isPresent());
  }

  @Test
  void anUnknownOperationIsToldAsSuch() {
    MetadataResult<ComponentMetadataDescriptor<OperationModel>> result = metadata("unknown");
    assertFalse(result.isSuccess());
    assertTrue(result.getFailures().toString().contains("Services.nothing"), result.getFailures().toString());
  }

  private static Map<String, Set<MetadataKey>> keys(String flow) {
    MetadataResult<MetadataKeysContainer> keys = mule.lookup(MetadataService.class).getMetadataKeys(location(flow));
    assertTrue(keys.isSuccess(), () -> keys.getFailures().toString());
    return keys.get().getKeysByCategory().values().iterator().next().stream()
        .collect(toMap(MetadataKey::getId, MetadataKey::getChilds));
  }

  private static Set<String> ids(Set<MetadataKey> keys) {
    return keys.stream().map(MetadataKey::getId).collect(toSet());
  }

  private static OperationModel model(String flow) {
    MetadataResult<ComponentMetadataDescriptor<OperationModel>> result = metadata(flow);
    assertTrue(result.isSuccess(), () -> result.getFailures().toString());
    return result.get().getModel();
  }

  private static MetadataResult<ComponentMetadataDescriptor<OperationModel>> metadata(String flow) {
    return mule.lookup(MetadataService.class).getOperationMetadata(location(flow));
  }

  private static Location location(String flow) {
    return Location.builder().globalName(flow).addProcessorsPart().addIndexPart(0).build();
  }
}
