package org.muletwilio.simulator.page;

import org.muletwilio.simulator.call.CallControl;
import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.session.CallSession;
import org.muletwilio.simulator.storage.StoredFile;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The paths for the phones of others: messages and calls come in from them, and they take part in calls. */
final class PhonePaths {

  private final SimulatorCore simulator;
  private final PhoneView view;

  PhonePaths(SimulatorCore simulator, WebState state) {
    this.simulator = simulator;
    view = new PhoneView(simulator, state);
  }

  List<WebPath> paths() {
    WebParameter from = WebParameter.phoneNumber("from").asRequired();
    WebParameter to = WebParameter.phoneNumber("to").asRequired();
    WebParameter own = WebParameter.party("own").asRequired();
    return List.of(
        WebPath.get("conversations", "who exchanged messages or calls with a number of the account",
                    request -> Optional.of(view.conversations(request.text("own"))), own),
        WebPath.get("conversation", "the messages and calls between a number of the account and another one",
                    request -> Optional.of(view.conversation(request.text("own"), request.text("other"))), own,
                    WebParameter.phoneNumber("other").asRequired()),
        WebPath.post("messages", "a message comes in for a number or sender of the account",
                     request -> Optional.of(message(request)), from, WebParameter.numberOrSender("to").asRequired(),
                     WebParameter.text("body"), WebParameter.address("mediaUrl"),
                     WebParameter.choice("media", SampleMedia.TYPES)),
        WebPath.get("files/{message}/{media}", "a file that came with a message",
                    request -> simulator.files().find(request.variable("message") + "/" + request.variable("media"))),
        WebPath.post("calls", "a call comes in for a number of the account", request -> Optional.of(call(request)), from, to,
                     WebParameter.flag("attended")),
        WebPath.post("calls/{sid}/answer", "a person answers a call that rings", request -> does(request, CallControl::pickUp)),
        WebPath.post("calls/{sid}/decline", "a person declines a call that rings",
        request -> does(request, CallControl::decline)), WebPath.post("calls/{sid}/press", "a person presses keys in a call",
                     request -> does(request, control -> control.press(request.text("keys"))), WebParameter.keys("keys")
                     .asRequired()),
        WebPath.post("calls/{sid}/say", "a person says something in a call",
                     request -> does(request, control -> control.say(request.text("text"))), WebParameter.text("text")
                     .asRequired()),
        WebPath.post("calls/{sid}/hang-up", "the other side of a call hangs up", this::hangUp));
  }

  private String message(WebRequest request) {
    String to = request.text("to");
    String channel = to.substring(0, to.indexOf(':') + 1);
    String from = request.text("from").startsWith(channel) ? request.text("from") : channel + request.text("from");
    String body = request.form().first("body").orElse("");
    List<StoredFile> samples = request.form().all("media").stream().filter(type -> !type.isEmpty()).map(SampleMedia::of).toList();
    List<String> urls = request.form().all("mediaUrl").stream().filter(url -> !url.isEmpty()).toList();
    if (!samples.isEmpty() && !urls.isEmpty()) {
      throw new IllegalArgumentException("media and mediaUrl exclude each other");
    }
    Resource message = samples.isEmpty() ? simulator.inbound().message(from, to, body, urls)
        : simulator.inbound().messageWithFiles(from, to, body, samples);
    return "Message " + message.sid() + " came in";
  }

  private String call(WebRequest request) {
    String from = request.text("from");
    String to = request.text("to");
    return "Call " + (request.flag("attended") ? simulator.inbound().call(from, to, CallScript.attended())
        : simulator.inbound().call(from, to)).sid() + " came in";
  }

  private Optional<String> does(WebRequest request, Consumer<CallControl> deed) {
    Optional<CallSession> session = simulator.board().session(request.variable("sid"));
    session.map(CallSession::control).ifPresent(deed);
    return session.map(call -> "Done");
  }

  private Optional<String> hangUp(WebRequest request) {
    return simulator.stores().calls().find(request.variable("sid")).map(call -> {
      simulator.board().hangUp(call.sid());
      return "Hung up";
    });
  }
}
