package org.muletwilio.simulator.page;

import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.simulator.api.ApiFaults;
import org.muletwilio.simulator.callback.Faults;
import org.muletwilio.simulator.core.SimulatorCore;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The paths that switch faults, and those that let time pass. */
final class FaultPaths {

  private final SimulatorCore simulator;

  FaultPaths(SimulatorCore simulator) {
    this.simulator = simulator;
  }

  List<WebPath> paths() {
    return List.of(
        WebPath.post("faults", "switches faults of callbacks on or off (0); what isn't given stays", this::faults,
                     WebParameter.probability("drop"), WebParameter.probability("repeat"), WebParameter.probability("reorder"),
                     WebParameter.probability("delay"), WebParameter.milliseconds("delayBy"), WebParameter.probability("forge")),
        WebPath.post("api-faults", "lets the next creates go wrong, and answers of the API wait", this::apiFaults,
                     new WebParameter("fault", "HTTP status, cut or cut-after", false, FaultPaths::problem),
                     WebParameter.number("count", 1, 1000), WebParameter.milliseconds("delay")),
        WebPath.post("no-faults", "switches all faults off", request -> noFaults()),
        WebPath.post("clock", "stops the time, lets it run again, steps to what happens next, or moves it on", this::clock,
                     WebParameter.choice("do", "stop", "run", "step", "advance").asRequired(),
                     WebParameter.number("seconds", 1, 35 * 86_400)));
  }

  private static Optional<String> problem(String fault) {
    try {
      ApiFault.parse(fault);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("is not an HTTP status, cut or cut-after");
    }
  }

  private Optional<String> faults(WebRequest request) {
    Faults faults = simulator.faults();
    Faults.Settings now = faults.settings();
    faults.drop(request.probability("drop", now.drop())).repeat(request.probability("repeat", now.repeat()))
        .reorder(request.probability("reorder", now.reorder())).forge(request.probability("forge", now.forge()))
        .delay(request.probability("delay", now.delay()), request.duration("delayBy").orElse(now.delayBy()));
    return Optional.of("Faults of callbacks set");
  }

  private Optional<String> apiFaults(WebRequest request) {
    ApiFaults faults = simulator.apiFaults();
    int count = request.number("count", 1);
    Optional<ApiFault> fault = request.optional("fault").map(ApiFault::parse);
    fault.ifPresent(one -> faults.nextCreates(count, one));
    request.duration("delay").ifPresent(faults::delayAnswers);
    return Optional.of(fault.map(one -> "The next " + (count == 1 ? "create goes" : count + " creates go") + " wrong: "
        + one.text())
        .orElse("Faults of the API set"));
  }

  private Optional<String> noFaults() {
    simulator.faults().none();
    simulator.apiFaults().none();
    return Optional.of("All goes well from now on");
  }

  private Optional<String> clock(WebRequest request) {
    switch (request.text("do")) {
      case "stop" -> simulator.clock().stop();
      case "run" -> simulator.clock().run();
      case "step" -> {
        return Optional.of(simulator.clock().step() ? "Stepped" : "Nothing is planned");
      }
      default -> simulator.clock().advance(Duration.ofSeconds(Integer.parseInt(request.text("seconds"))));
    }
    return Optional.of(simulator.clock().isStopped() ? "The time stands still" : "The time runs");
  }
}
