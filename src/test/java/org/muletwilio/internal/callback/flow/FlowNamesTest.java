package org.muletwilio.internal.callback.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.component.ComponentIdentifier;
import org.mule.runtime.api.component.TypedComponentIdentifier;
import org.mule.runtime.api.component.location.ComponentLocation;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;

import org.muletwilio.internal.callback.Fakes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Why a name is not that of a flow that a callback can run. */
class FlowNamesTest {

  private final FlowNames names = FlowNames.in(Fakes.of(ConfigurationComponentLocator.class,
      Map.of("findAllLocations", arguments -> List.of(location("status", "status", "mule", "flow"),
          location("status", "status/processors/0", "mule", "logger"), location("part", "part", "mule", "sub-flow"),
          location("Twilio", "Twilio", "twilio", "config")))));

  @Test
  void aFlowCanBeRun() {
    assertEquals(Optional.empty(), names.reasonAgainst("status"));
    assertFalse(names.isEmpty());
  }

  @Test
  void whatIsNoFlowIsToldByWhatItIs() {
    assertEquals("the application has no flow of that name. Did you mean 'status'?", names.reasonAgainst("state").orElseThrow());
    assertEquals("the application has no flow of that name", names.reasonAgainst("logger").orElseThrow());
    assertEquals("that is a sub-flow, which can't be run by itself: make it a flow", names.reasonAgainst("part").orElseThrow());
    assertEquals("that is the name of a twilio:config, not of a flow", names.reasonAgainst("Twilio").orElseThrow());
  }

  @Test
  void aDomainHasNoFlow() {
    FlowNames domain = new FlowNames(Map.of("Twilio", "twilio:config"));
    assertTrue(domain.isEmpty());
    assertEquals("there is no flow at all where the config is. A config in a domain project can't run the flows of applications: "
        + "put it into the application", domain.reasonAgainst("status").orElseThrow());
  }

  private static ComponentLocation location(String root, String location, String namespace, String element) {
    ComponentIdentifier identifier = ComponentIdentifier.builder().namespace(namespace).name(element).build();
    TypedComponentIdentifier typed = Fakes.of(TypedComponentIdentifier.class, Map.of("getIdentifier", arguments -> identifier));
    return Fakes.of(ComponentLocation.class, Map.of("getRootContainerName", arguments -> root, "getLocation",
        arguments -> location, "getComponentIdentifier", arguments -> typed));
  }
}
