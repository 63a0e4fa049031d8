package org.muletwilio.testkit.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.request.catalogue.ApiField;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.ApiParameter;
import org.muletwilio.internal.request.catalogue.ApiType;
import org.muletwilio.internal.request.catalogue.Catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

/** The catalogue that the connector has, held against the SDK and against Twilio's published API description. */
class CatalogueTest {

  private static final int MOST_BYTES = 150 * 1024;

  /** Callback parameters of the API description that the SDK has no class for. */
  private static final List<String> NOT_IN_THE_SDK = List.of("assistants_v1 /v1/Assistants/{id}/Messages webhook",
                                                            "monitor_v2 /v2/Alarms webhook",
                                                            "monitor_v2 /v2/Alarms/{Sid} webhook");

  private final Catalogue catalogue = new Catalogue();

  /** When this fails after a new version of the SDK: run GenerateCatalogue, and read what has changed. */
  @Test
  void isThatOfTheSdkOnTheClassPath() throws IOException {
    try (InputStream resource = new GZIPInputStream(Files.newInputStream(GenerateCatalogue.RESOURCE))) {
      assertEquals(GenerateCatalogue.text(new CatalogueWriter().lines()), new String(resource.readAllBytes(), UTF_8));
    }
    assertTrue(Files.size(GenerateCatalogue.RESOURCE) < MOST_BYTES);
  }

  @Test
  void isWhatTheDocumentationLists() throws IOException {
    assertEquals(OperationIndex.of(catalogue), Files.readString(OperationIndex.PAGE));
  }

  @Test
  void holdsEachOperationOfTheSdk() {
    assertEquals(SdkClasses.operations().size(), operations().count());
  }

  @Test
  void eachOperationCanBeRead() {
    operations().forEach(operation -> {
      assertTrue(operation.getOrigin().matches("https://[a-z-]+\\.twilio\\.com"), operation.getOrigin());
      assertFalse(operation.getPath().contains("~"), operation.getPath());
      operation.getParameters().values().forEach(parameter -> read(parameter.getType(), 0));
      read(operation.getResult(), 0);
    });
  }

  @Test
  void listsSayUnderWhichNameTheirEntriesAre() {
    operations().filter(operation -> operation.getName().endsWith(".list"))
        .forEach(operation -> assertTrue(operation.getListKey().isPresent(), operation.getName()));
  }

  @Test
  void aRequestIsDescribedAsTwilioDocumentsIt() {
    ApiOperation verification = catalogue.find("verify.v2", "Services.Verifications.create").orElseThrow();
    assertEquals("POST", verification.getMethod());
    assertEquals("/v2/Services/{ServiceSid}/Verifications", verification.getPath());
    assertEquals(List.of("To", "Channel", "ServiceSid"), verification.getParameters().values().stream()
        .filter(ApiParameter::isRequired).map(ApiParameter::getName).toList());
    assertEquals(ApiType.Base.BOOLEAN, verification.getParameters().get("EnableSnaClientToken").getType().getBase());
    assertTrue(verification.getResult().getFields().stream().anyMatch(field -> field.getName().equals("date_created")
        && field.getType().getBase() == ApiType.Base.DATE_TIME));
    ApiOperation call = catalogue.find("api.v2010", "Calls.create").orElseThrow();
    assertEquals(Optional.of(CallbackKind.CALL_STATUS), call.getParameters().get("StatusCallback").getCallback());
    assertEquals(Optional.of(CallbackKind.CALL_INSTRUCTIONS), call.getParameters().get("Url").getCallback());
    assertEquals(List.of("To", "From"), call.getParameters().values().stream().filter(ApiParameter::isRequired)
        .map(ApiParameter::getName).toList());
  }

  @Test
  void findsEachCallbackParameterOfTheApiDescription() throws IOException {
    Map<String, ApiOperation> byPlace = operations().collect(toMap(
        operation -> operation.getMethod() + " " + operation.getOrigin() + namelessly(operation.getPath()),
        operation -> operation, (one, other) -> one));
    List<String> missing = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    for (String[] row : rows()) {
      Optional<ApiField> field = Optional.ofNullable(byPlace.get(row[1] + " " + originOf(row[0]) + namelessly(row[2])))
          .flatMap(operation -> fieldIn(operation, row[5]));
      if (field.flatMap(ApiField::getCallback).isEmpty()) {
        missing.add(row[0] + " " + row[2] + " " + row[5]);
      } else if (!answerOf(field.get().getCallback().get()).contains(row[7])) {
        otherwise.add(String.join(" ", row) + " is " + field.get().getCallback().get());
      }
    }
    assertEquals(NOT_IN_THE_SDK, missing);
    assertEquals(List.of(), otherwise);
  }

  @Test
  void proposesNamesForWhatItDoesNotKnow() {
    assertEquals(Optional.empty(), catalogue.find("verify.v2", "Services.Verification.create"));
    assertEquals("Services.Verifications.create", catalogue.getOperationsLike("verify.v2", "Services.Verification.create")
        .get(0));
    assertEquals("verify.v2", catalogue.getApisLike("verfy.v2").get(0));
    assertEquals(List.of(), catalogue.getOperationsLike("nowhere.v1", "x"));
  }

  private Stream<ApiOperation> operations() {
    return catalogue.getApis().stream()
        .flatMap(api -> catalogue.getOperations(api).stream().map(name -> catalogue.find(api, name).orElseThrow()));
  }

  private static void read(ApiType type, int depth) {
    assertTrue(depth < 20);
    assertTrue(type.getBase() != ApiType.Base.ENUMERATION || !type.getWords().isEmpty());
    type.getFields().forEach(field -> read(field.getType(), depth + 1));
  }

  private static Optional<ApiField> fieldIn(ApiOperation operation, String name) {
    if (operation.getParameters().containsKey(name)) {
      return Optional.of(operation.getParameters().get(name).getField());
    }
    int dot = name.indexOf('.');
    return dot < 0 ? Optional.empty() : Optional.ofNullable(operation.getParameters().get(name.substring(0, dot)))
        .flatMap(outer -> outer.getType().getFields().stream().filter(field -> field.getName().equals(name.substring(dot + 1)))
            .findFirst());
  }

  /**
   * What the description says of the answer, by the kind. Of calls and messages out of session, Proxy's guide has more to say.
   */
  private static List<String> answerOf(CallbackKind kind) {
    return switch (kind) {
      case TASK_ASSIGNMENT -> List.of("JSON instruction");
      case CONVERSATION_PRE_EVENT -> List.of("JSON/4xx (may change or refuse)");
      case PROXY_INTERCEPT -> List.of("403 refuses");
      case WEBHOOK -> List.of("none");
      default -> List.of(kind.isAnsweredWithTwiml() ? "TwiML" : "none");
    };
  }

  private static String namelessly(String path) {
    return path.replaceAll("\\{\\w+}", "{}");
  }

  private static String originOf(String api) {
    Map<String, String> hosts = new TreeMap<>(Map.of("flex_v1", "flex-api", "preview", "preview"));
    return "https://" + hosts.getOrDefault(api, api.replaceAll("_v\\d+$", "").replace('_', '-')) + ".twilio.com";
  }

  private static List<String[]> rows() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources/callback-parameters.csv"))) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    }
  }
}
