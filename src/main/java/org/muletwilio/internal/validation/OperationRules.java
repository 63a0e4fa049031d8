package org.muletwilio.internal.validation;

import static java.util.Arrays.asList;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.flow.FlowNames;
import org.muletwilio.internal.operation.DialAddress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds mistakes in an operation before it runs: only those that are wrong whatever its expressions yield. The operation itself
 * refuses the same when it runs.
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
    if (operation.getName().equals("twiml-dial")) {
      operation.literal("number").filter(number -> !number.trim().isEmpty()).flatMap(DialAddress::reasonAgainst)
          .ifPresent(reason -> problems.add("number " + reason));
    }
    REQUIRED.forEach(required -> required.problem(operation).ifPresent(problems::add));
    return problems;
  }

  /** The twin counts as soon as it is written: nothing tells which of the two is meant where its expression yields null. */
  private List<String> ofReference(ConfiguredOperation operation, String attribute) {
    List<String> problems = new ArrayList<>();
    operation.literal(attribute).flatMap(flow -> reasonAgainst(attribute, flow)).ifPresent(problems::add);
    String url = urlParameter(attribute);
    if (operation.getAttributes().containsKey(url)) {
      problems.add("takes " + attribute + " ('" + Excerpt.of(operation.getAttributes().get(attribute)) + "') or " + url + " ('"
          + Excerpt.of(operation.getAttributes().get(url)) + "'), not both");
    }
    return problems;
  }

  private Optional<String> reasonAgainst(String attribute, String flow) {
    return flow.trim().isEmpty() ? Optional.of(attribute + " is empty: set it to the name of a flow")
        : flows.reasonAgainst(flow).map(reason -> attribute + " is '" + Excerpt.of(flow) + "': " + reason);
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
