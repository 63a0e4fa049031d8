package org.muletwilio.internal.validation;

import static java.util.stream.Collectors.joining;
import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.component.Component;
import org.mule.runtime.api.component.location.ComponentLocation;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.component.location.Location;
import org.mule.runtime.api.lifecycle.LifecycleException;
import org.mule.runtime.api.lifecycle.Startable;

import org.muletwilio.internal.callback.flow.FlowNames;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.inject.Inject;

/**
 * Stops the start of an application whose operations can't work, and tells all that is wrong with them. One for each application,
 * made by registry-bootstrap.properties. It knows what Mule tells of components that it has made; operations in sub-flows are not
 * among them, and refuse the same when they run.
 */
public class OperationValidator implements Startable {

  private static final String NAMESPACE = "twilio";

  @Inject @jakarta.inject.Inject
  private ConfigurationComponentLocator locator;

  /** @throws LifecycleException if an operation can't work */
  @Override
  public void start() throws LifecycleException {
    OperationRules rules = new OperationRules(FlowNames.in(locator));
    Set<String> problems = new TreeSet<>();
    for (ComponentLocation location : locator.findAllLocations()) {
      if (location.getComponentIdentifier().getIdentifier().getNamespace().equals(NAMESPACE)) {
        component(location).ifPresent(component -> ComponentAnnotations.operations(component)
            .forEach(each -> rules.problems(each).forEach(problem -> problems.add(described(location) + problem))));
      }
    }
    if (!problems.isEmpty()) {
      // of any other exception of Mule's the message is lost
      throw new LifecycleException(createStaticMessage("The application can't start, since operations of it can't work:\n"
          + problems.stream().map(each -> "- " + each).collect(joining("\n"))), this);
    }
  }

  private Optional<Component> component(ComponentLocation location) {
    return locator.find(Location.builderFromStringRepresentation(location.getLocation()).build());
  }

  /** For example <code>app.xml:12: twilio:send-message in 'notify': </code>. */
  private static String described(ComponentLocation location) {
    String place = location.getFileName().map(file -> file + location.getLineInFile().map(line -> ":" + line).orElse("") + ": ")
        .orElse("");
    return place + location.getComponentIdentifier().getIdentifier() + " in '" + location.getRootContainerName() + "': ";
  }
}
