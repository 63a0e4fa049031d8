package org.muletwilio.internal.callback.flow;

import org.mule.runtime.api.component.ComponentIdentifier;
import org.mule.runtime.api.component.location.ComponentLocation;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;

import org.muletwilio.internal.callback.codec.NearestNames;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of an application's global elements: which can be run by a callback, and why others can't. Immutable. */
public final class FlowNames {

  private static final String MULE = "mule";
  private static final String FLOW = "flow";
  private static final String SUB_FLOW = "sub-flow";

  private final Map<String, String> elements;
  private final Set<String> flows = new TreeSet<>();

  /** @param elements the names of global elements, with what each is: flow, sub-flow, or another element with its prefix */
  public FlowNames(Map<String, String> elements) {
    this.elements = new HashMap<>(elements);
    elements.forEach((name, element) -> {
      if (element.equals(FLOW)) {
        flows.add(name);
      }
    });
  }

  /** @return those of the application that the locator is of */
  public static FlowNames in(ConfigurationComponentLocator locator) {
    Map<String, String> elements = new HashMap<>();
    for (ComponentLocation each : locator.findAllLocations()) {
      if (each.getLocation().equals(each.getRootContainerName())) {
        ComponentIdentifier element = each.getComponentIdentifier().getIdentifier();
        elements.put(each.getRootContainerName(), element.getNamespace().equals(MULE) ? element.getName() : element.toString());
      }
    }
    return new FlowNames(elements);
  }

  /** @return whether there is no flow at all, as in a domain project */
  public boolean isEmpty() {
    return flows.isEmpty();
  }

  /**
   * @param name what should be a flow's name
   * @return why no callback can run it, or empty where one can
   */
  public Optional<String> reasonAgainst(String name) {
    if (flows.contains(name)) {
      return Optional.empty();
    }
    if (isEmpty()) {
      return Optional.of("there is no flow at all where the config is. A config in a domain project can't run the flows of "
          + "applications: put it into the application");
    }
    String element = elements.get(name);
    if (element == null) {
      return Optional.of("the application has no flow of that name" + NearestNames.proposal(NearestNames.to(name, flows)));
    }
    return Optional.of(element.equals(SUB_FLOW) ? "that is a sub-flow, which can't be run by itself: make it a flow"
        : "that is the name of a " + element + ", not of a flow");
  }
}
