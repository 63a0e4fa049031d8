package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.ResourceAnswers.answerNext;
import static org.muletwilio.functional.ResourceAnswers.last;
import static org.muletwilio.functional.TestApplication.TOKEN;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

import org.muletwilio.internal.request.catalogue.ApiField;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.ApiParameter;
import org.muletwilio.internal.request.catalogue.ApiType;
import org.muletwilio.internal.request.catalogue.Catalogue;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiRequest;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole catalogue: each operation is requested with what it requires, and each parameter that takes a URL which Twilio calls
 * runs a flow when that URL is called. The answers are empty: what the real endpoints answer is not tried here.
 */
class EveryOperationTest {

  private static final Catalogue CATALOGUE = new Catalogue();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), "<flow name='request'><twilio:request config-ref='Twilio' api='#[vars.api]' "
        + "operation='#[vars.operation]'/></flow><flow name='callback'><twilio:request config-ref='Twilio' api='#[vars.api]' "
        + "operation='#[vars.operation]'><twilio:callbacks><twilio:callback parameter='#[vars.parameter]' flow-ref='called'/>"
        + "</twilio:callbacks></twilio:request></flow>"
        + "<flow name='called'><choice><when expression=\"#[attributes.kind ~= 'TASK_ASSIGNMENT' or "
        + "attributes.kind ~= 'CONVERSATION_PRE_EVENT']\"><set-payload value='{}'/></when>"
        + "<otherwise><set-payload value='&lt;Response/&gt;'/></otherwise></choice></flow>").start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  @Test
  void eachIsRequestedAndAnswered() {
    List<String> failed = new ArrayList<>();
    long sent = operations().peek(operation -> {
      simulator.forget();
      answerNext(simulator, 200, Map.of());
      try {
        mule.run("request", sample(operation), null, Map.of("api", operation.getApi(), "operation", operation.getName()));
        ApiRequest request = last(simulator).request();
        String host = operation.getOrigin().substring("https://".length());
        if (!request.method().equals(operation.getMethod()) || !request.header("X-Forwarded-Host").orElse("").equals(host)) {
          failed.add(operation.getName() + " was sent as " + request.method() + " to " + request.header("X-Forwarded-Host"));
        }
      } catch (FlowFailedException e) {
        failed.add(operation.getApi() + " " + operation.getName() + ": " + e.getMessage());
      }
    }).count();
    assertEquals(List.of(), failed);
    assertEquals(1543, sent);
  }

  @Test
  void eachCallbackParameterRunsAFlow() throws Exception {
    List<String> failed = new ArrayList<>();
    int called = 0;
    for (ApiOperation operation : operations().toList()) {
      for (String parameter : callbacks(operation)) {
        simulator.forget();
        answerNext(simulator, 200, Map.of());
        int before = mule.runs("called").size();
        Map<String, Object> given = new LinkedHashMap<>(sample(operation));
        given.remove(parameter.split("\\.")[0]);
        mule.run("callback", given, null,
                 Map.of("api", operation.getApi(), "operation", operation.getName(), "parameter", parameter));
        int status = simulator.forge(urlIn(last(simulator).request(), parameter)).signedBy(TOKEN)
            .fields(Form.of("AccountSid", TestApplication.ACCOUNT, "Sid", "XX" + called)).send().status();
        if (status / 100 != 2 || mule.runs("called").size() != before + 1) {
          failed.add(operation.getApi() + " " + operation.getName() + " " + parameter + " was answered " + status);
        }
        called++;
      }
    }
    assertEquals(List.of(), failed);
    assertEquals(243, called);
  }

  private static Stream<ApiOperation> operations() {
    return CATALOGUE.getApis().stream()
        .flatMap(api -> CATALOGUE.getOperations(api).stream().map(name -> CATALOGUE.find(api, name).orElseThrow()));
  }

  private static List<String> callbacks(ApiOperation operation) {
    List<String> names = new ArrayList<>();
    for (ApiParameter parameter : operation.getParameters().values()) {
      if (parameter.getCallback().isPresent()) {
        names.add(parameter.getName() + (parameter.getType().getBase() == ApiType.Base.ANY ? ".destination" : ""));
      }
      parameter.getType().getFields().stream().filter(field -> field.getCallback().isPresent())
          .forEach(field -> names.add(parameter.getName() + "." + field.getName()));
    }
    return names;
  }

  private static Map<String, Object> sample(ApiOperation operation) {
    Map<String, Object> values = new LinkedHashMap<>();
    operation.getParameters().values().stream().filter(ApiParameter::isRequired)
        .forEach(parameter -> values.put(parameter.getName(), sample(parameter.getType())));
    return values;
  }

  private static Object sample(ApiType type) {
    if (type.getLists() > 0) {
      return List.of(sample(type.getEntry()));
    }
    return switch (type.getBase()) {
      case INTEGER -> 7;
      case NUMBER -> 1.5;
      case BOOLEAN -> true;
      case DATE_TIME -> "2026-01-31T12:00:00Z";
      case DATE -> "2026-01-31";
      case URI -> "https://example.com/x";
      case ANY -> Map.of("a", "b");
      case ENUMERATION -> type.getWords().get(0);
      case RECORD -> record(type);
      case TEXT -> "sample";
    };
  }

  private static Map<String, Object> record(ApiType type) {
    Map<String, Object> values = new LinkedHashMap<>();
    type.getFields().stream().filter(ApiField::isRequired).forEach(field -> values.put(field.getName(), sample(field.getType())));
    return values;
  }

  private static String urlIn(ApiRequest request, String parameter) throws Exception {
    if (!request.header("Content-Type").orElse("").contains("json")) {
      String[] path = parameter.split("\\.");
      return request.form().first(parameter)
          .orElseGet(() -> read(request.form().first(path[0]).orElseThrow()).path(path[1]).asText());
    }
    JsonNode node = read(request.body());
    for (String step : parameter.split("\\.")) {
      node = node.path(step);
    }
    return node.asText();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
