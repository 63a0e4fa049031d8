package org.muletwilio.functional.request;

import static org.muletwilio.functional.request.ApiResources.JSON;
import static org.muletwilio.functional.request.ApiResources.VARIABLE;
import static org.muletwilio.functional.request.ApiResources.actionOf;
import static org.muletwilio.functional.request.ApiResources.depth;
import static org.muletwilio.functional.request.ApiResources.exactly;
import static org.muletwilio.functional.request.ApiResources.named;
import static org.muletwilio.functional.request.ApiResources.nameless;
import static org.muletwilio.functional.request.ApiResources.phase;
import static org.muletwilio.functional.request.ApiResources.read;
import static org.muletwilio.functional.request.ApiResources.require;
import static org.muletwilio.functional.request.ApiResources.urlIn;
import static org.muletwilio.functional.request.ApiResources.variables;
import static org.muletwilio.functional.support.TestApplication.TOKEN;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.resource.ResponseAttributes;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.ApiParameter;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowResult;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Goes through all operations of one API as an application would: creates, from the outermost resource inwards, then what shows,
 * lists
 * and changes them, then deletes, from the innermost outwards. Each callback parameter is tried with the operation that takes it.
 */
final class ApiWalk {

  /** What failed, and how many went well. */
  record Outcome(List<String> failures, AtomicInteger operations, AtomicInteger callbacks) {

    Outcome() {
      this(new ArrayList<>(), new AtomicInteger(), new AtomicInteger());
    }
  }

  private static final long PAUSE_NANOS = 50_000_000;

  private final TwilioSimulator simulator;
  private final EmbeddedMule mule;
  private final List<ApiOperation> operations;
  private final SampleValues samples;
  private final Outcome outcome;
  /** What was made, by the places of collections without the names of variables. */
  private final Map<String, String> made = new LinkedHashMap<>();
  /** How often it still waits for what a call does. */
  private int pauses = 400;

  ApiWalk(TwilioSimulator simulator, EmbeddedMule mule, List<ApiOperation> operations, SampleValues samples, Outcome outcome) {
    this.simulator = simulator;
    this.mule = mule;
    this.operations = operations.stream().sorted(Comparator.comparing(ApiResources::phase).thenComparing(ApiResources::depth)
        .thenComparing(samples::isLate).thenComparing((one, other) -> phase(one) == 2 ? other.getName().compareTo(one.getName())
            : one.getName().compareTo(other.getName()))).toList();
    this.samples = samples;
    this.outcome = outcome;
  }

  void run() {
    for (ApiOperation operation : operations) {
      try {
        if (operation.getName().equals("Calls.delete")) {
          hangUp();
        }
        JsonNode answer = request(operation);
        outcome.operations().incrementAndGet();
        if (actionOf(operation).equals("create")) {
          remember(operation, answer);
        }
        for (String path : operation.getCallbacks()) {
          callBack(operation, path);
        }
      } catch (FlowFailedException | AssertionError e) {
        synchronized (outcome) {
          outcome.failures().add(operation.getApi() + " " + operation.getName() + ": " + e.getMessage());
        }
      }
    }
  }

  private void hangUp() {
    simulator.calls().stream().filter(call -> call.status().equals("in-progress")).forEach(call -> simulator.hangUp(call.sid()));
  }

  /** What a call does takes its time. */
  private JsonNode request(ApiOperation operation) {
    while (true) {
      try {
        return requestNow(operation);
      } catch (FlowFailedException e) {
        if (!SampleValues.isDelayed(operation) || pauses == 0) {
          throw e;
        }
        pauses--;
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private JsonNode requestNow(ApiOperation operation) {
    Map<String, Object> parameters = parameters(operation);
    FlowResult result = mule.run("request", parameters, null, variables(operation));
    int status = ((ResponseAttributes) result.attributes()).getStatusCode();
    ApiExchange exchange = exchangeOf(operation, parameters);
    require(status / 100 == 2 && exchange.answer().orElseThrow().status() == status, "answered " + status);
    return result.payload() == null ? JSON.missingNode() : read((String) result.payload());
  }

  /** The URL that the operation sends runs the flow, with the kind and the context that were sent. */
  private void callBack(ApiOperation operation, String path) {
    int number = outcome.callbacks().incrementAndGet();
    Map<String, Object> parameters = parameters(operation);
    samples.clear(parameters, operation, path);
    Map<String, Object> variables = variables(operation);
    variables.put("parameter", path.equals("SinkConfiguration") ? "SinkConfiguration.destination" : path);
    variables.put("number", String.valueOf(number));
    mule.run("callback", parameters, null, variables);
    String sid = "XX" + number;
    int status = simulator.forge(urlIn(exchangeOf(operation, parameters).request(), variables.get("parameter").toString()))
        .signedBy(TOKEN)
        .fields(Form.of("AccountSid", TestApplication.ACCOUNT, "Sid", sid)).send().status();
    boolean ran = mule.runs("called").stream().anyMatch(run -> run.payload() instanceof Map<?, ?> fields && sid.equals(fields
        .get("Sid"))
        && String.valueOf(number).equals(((CallbackAttributes) run.attributes()).getContext().get("number")));
    require(status / 100 == 2 && ran, path + " was answered " + status + (ran ? "" : ", and no flow ran"));
  }

  private Map<String, Object> parameters(ApiOperation operation) {
    Map<String, Object> values = samples.of(operation, this::made);
    Matcher variables = VARIABLE.matcher(operation.getPath());
    while (variables.find()) {
      if (!variables.group(1).equals(ApiOperation.ACCOUNT_SID)) {
        String collection = nameless(operation.getPath().substring(0, variables.start() - 1));
        values.putIfAbsent(variables.group(1), Optional.ofNullable(made(collection)).orElse(samples.variable(variables
            .group(1))));
      }
    }
    return values;
  }

  private String made(String collection) {
    if (!made.containsKey(collection) && samples.given(collection) == null) {
      one(collection).ifPresent(name -> {
        JsonNode first = listed(collection);
        JsonNode found = first.isTextual() ? first : named(first, name);
        if (!found.isMissingNode()) {
          made.put(collection, found.asText());
        }
      });
    }
    return made.getOrDefault(collection, samples.given(collection));
  }

  /** The variable that names one resource of a collection. */
  private Optional<String> one(String collection) {
    return operations.stream().filter(each -> phase(each) > 0 && nameless(each.getPath()).equals(collection + "/{}")).findFirst()
        .map(each -> each.getPath().substring(each.getPath().lastIndexOf('/'))).map(VARIABLE::matcher).filter(Matcher::find)
        .map(variable -> variable.group(1));
  }

  /** Remembers by which names a path finds what was made, and what it was made in. */
  private void remember(ApiOperation create, JsonNode answer) {
    String collection = nameless(create.getPath());
    one(collection).map(name -> named(answer, name)).filter(each -> !each.isMissingNode())
        .ifPresent(each -> made.putIfAbsent(collection, each.asText()));
    Matcher variables = VARIABLE.matcher(create.getPath());
    while (variables.find()) {
      JsonNode outer = exactly(answer, variables.group(1));
      if (!outer.isMissingNode()) {
        made.putIfAbsent(nameless(create.getPath().substring(0, variables.start() - 1)), outer.asText());
      }
    }
  }

  private JsonNode listed(String collection) {
    return operations.stream().filter(each -> actionOf(each).equals("list") && nameless(each.getPath()).equals(collection))
        .findFirst()
        .map(each -> request(each).path(each.getListKey().orElseThrow()).path(0)).orElse(JSON.missingNode());
  }

  /** The last request of the operation: no other one of this walk has its method, host and path. */
  private ApiExchange exchangeOf(ApiOperation operation, Map<String, Object> parameters) {
    String path = operation.getPath().replace("{" + ApiOperation.ACCOUNT_SID + "}", TestApplication.ACCOUNT);
    for (ApiParameter parameter : operation.getParameters().values()) {
      path = path.replace("{" + parameter.getName() + "}", String.valueOf(parameters.get(parameter.getName())));
    }
    List<ApiExchange> all = simulator.requests();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).request().method().equals(operation.getMethod()) && all.get(i).request().path().equals(path)
          && ("https://" + all.get(i).request().header("X-Forwarded-Host").orElse("")).equals(operation.getOrigin())) {
        return all.get(i);
      }
    }
    throw new AssertionError("no " + operation.getMethod() + " of " + operation.getOrigin() + path + " was sent");
  }
}
