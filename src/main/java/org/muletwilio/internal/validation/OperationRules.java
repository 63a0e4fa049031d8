package org.muletwilio.internal.validation;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.flow.FlowNames;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What can be said against an operation before it runs: only what is wrong whatever its expressions yield. The operation itself
 * refuses the same.
 */
public final class OperationRules {

  private static final String FLOW_REFERENCE = "flow-ref";

  private static final List<RequiredParameter> REQUIRED = asList(
      new RequiredParameter("send-message", "to", "has no sender: set from or messagingServiceSid", "from",
                            "messagingServiceSid"),
      new RequiredParameter("send-message", "to", "has no content: set body, mediaUrls or contentSid", "body", "mediaUrls",
                            "contentSid"),
      new RequiredParameter("make-call", "to", "needs one of url-flow-ref, url, twiml and applicationSid", "url-flow-ref", "url",
                            "twiml", "applicationSid"));

  private final FlowNames flows;

  /** @param flows the application's */
  public OperationRules(FlowNames flows) {
    this.flows = flows;
  }

  /** @return what is wrong with the operation, each without its name */
  public List<String> problems(ConfiguredOperation operation) {
    List<String> problems = new ArrayList<>();
    for (String attribute : new TreeSet<>(operation.getAttributes().keySet())) {
      if (attribute.endsWith(FLOW_REFERENCE)) {
        problems.addAll(ofReference(operation, attribute));
      }
    }
    REQUIRED.forEach(required -> required.problem(operation).ifPresent(problems::add));
    return problems;
  }

  private List<String> ofReference(ConfiguredOperation operation, String attribute) {
    Optional<String> flow = operation.literal(attribute);
    if (!flow.isPresent()) {
      return new ArrayList<>();
    }
    if (flow.get().trim().isEmpty()) {
      return singletonList(attribute + " is empty: set it to the name of a flow");
    }
    List<String> problems = new ArrayList<>();
    flows.reasonAgainst(flow.get())
        .ifPresent(reason -> problems.add(attribute + " is '" + Excerpt.of(flow.get()) + "': " + reason));
    String url = urlParameter(attribute);
    operation.literal(url).ifPresent(value -> problems.add("takes " + attribute + " ('" + Excerpt.of(flow.get()) + "') or " + url
        + " ('" + Excerpt.of(value) + "'), not both"));
    return problems;
  }

  /** Each flow reference has a twin for a URL: <code>wait-url-flow-ref</code> has <code>waitUrl</code>. */
  private static String urlParameter(String flowParameter) {
    StringBuilder url = new StringBuilder();
    for (String word : flowParameter.substring(0, flowParameter.length() - FLOW_REFERENCE.length()).split("-")) {
      url.append(url.length() == 0 || word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return url.toString().equals("url") || url.toString().endsWith("Url") ? url.toString() : url + "Url";
  }
}
