package org.muletwilio.internal.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.callback.flow.FlowNames;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationRulesTest {

  private static final Map<String, String> ELEMENTS =
      Map.of("status", "flow", "orders", "flow", "part", "sub-flow", "Twilio", "twilio:config");

  private final OperationRules rules = new OperationRules(new FlowNames(ELEMENTS));

  /** The names come from the extension's model, so that none can be forgotten. */
  @Test
  void everyFlowReferenceHasItsTwin() throws Exception {
    int references = 0;
    for (JsonNode operation : new ObjectMapper().readTree(Path.of("src/test/resources/extension-model.json").toFile())
        .findValues("parameterGroupModels")) {
      List<String> parameters = new ArrayList<>();
      operation.forEach(group -> group.get("parameters").forEach(each -> parameters.add(each.get("name").asText())));
      for (String reference : parameters.stream().filter(name -> name.endsWith("-flow-ref")).toList()) {
        references++;
        Map<String, String> all = new HashMap<>();
        parameters.forEach(name -> all.put(name, "http://a.example"));
        all.put(reference, "status");
        List<String> problems = rules.problems(operation(all));
        assertTrue(problems.stream().anyMatch(each -> each.startsWith("takes " + reference + " ('status') or ")), reference);
      }
    }
    assertTrue(references > 30, references + " flow references");
  }

  /** What an expression or property yields may be nothing; the twin is written all the same. */
  @ParameterizedTest
  @CsvSource({"status, https://a.example", "status, #[vars.url]", "status, ${url}", "status, ''", "flow-${env}, #[vars.url]"})
  void bothAreRefusedWhateverTheirValues(String flow, String url) {
    List<String> problems = rules.problems(operation(Map.of("status-callback-flow-ref", flow, "statusCallbackUrl", url)));
    assertEquals(List.of("takes status-callback-flow-ref ('" + flow + "') or statusCallbackUrl ('" + url + "'), not both"),
                 problems);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "status | ", "nowhere | the application has no flow of that name",
      "STATUS | the application has no flow of that name. Did you mean 'status'?",
      "order | the application has no flow of that name. Did you mean 'orders'?",
      "part | that is a sub-flow, which can't be run by itself: make it a flow",
      "Twilio | that is the name of a twilio:config, not of a flow",
      "#[vars.flow] | ", "flow-${env} | ",
  })
  void aReferenceNamesAFlow(String flow, String reason) {
    assertEquals(reason == null ? List.of() : List.of("action-flow-ref is '" + flow + "': " + reason),
                 rules.problems(operation(Map.of("action-flow-ref", flow))));
  }

  @Test
  void withoutAnyFlowTheReasonIsTheDomain() {
    List<String> problems = new OperationRules(new FlowNames(Map.of())).problems(operation(Map.of("url-flow-ref", "status")));
    assertTrue(problems.get(0).contains("there is no flow at all where the config is"), problems::toString);
  }

  /** Of a version of Mule that does not tell the elements in an operation, or not all attributes, nothing is concluded. */
  @Test
  void whatIsNotKnownIsNotWrong() {
    assertEquals(List.of(), problems(Map.of("to", "1", "from", "2"), Optional.empty()));
    assertEquals(List.of(), problems(Map.of("to", "1", "from", "2"), Optional.of(Set.of("media-urls"))));
    assertEquals(List.of(), problems(Map.of(), Optional.of(Set.of())));
    assertEquals(List.of("has no content: set body, mediaUrls or contentSid"),
                 problems(Map.of("to", "1", "from", "2"), Optional.of(Set.of())));
    assertEquals(List.of("has no sender: set from or messagingServiceSid"),
                 problems(Map.of("to", "1", "body", "2"), Optional.empty()));
  }

  private List<String> problems(Map<String, String> attributes, Optional<Set<String>> children) {
    return rules.problems(new ConfiguredOperation("send-message", attributes, children));
  }

  private static ConfiguredOperation operation(Map<String, String> attributes) {
    return new ConfiguredOperation("some-operation", attributes, Optional.empty());
  }
}
