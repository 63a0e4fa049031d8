package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.call.CallResources;
import org.muletwilio.simulator.call.CallSettings;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.parameter.CallRules;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.parameter.Properties;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.session.CallSession;
import org.muletwilio.simulator.session.Switchboard;
import org.muletwilio.simulator.session.TwimlPlayer;
import org.muletwilio.simulator.twiml.Instructions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The endpoints of calls. */
final class CallApi {

  private static final Runnable NOTHING = () -> { };

  private final Switchboard board;
  private final CallRules rules;
  private final ResourceStore applications;

  CallApi(Switchboard board, CallRules rules, ResourceStore applications) {
    this.board = board;
    this.rules = rules;
    this.applications = applications;
  }

  void register(ApiRouter router) {
    router.add("POST", "/Calls.json", this::create)
        .add("GET", "/Calls.json", this::list)
        .add("GET", "/Calls/{call}.json", call -> ApiAnswer.json(200, find(call).properties()))
        .add("POST", "/Calls/{call}.json", this::update)
        .add("DELETE", "/Calls/{call}.json", this::delete);
  }

  private Resource find(ApiRouter.Call call) {
    return board.calls().find(call.account(), call.variable("call")).orElseThrow(call::notFound);
  }

  private ApiAnswer create(ApiRouter.Call call) {
    Form form = call.form();
    rules.checkCall(form);
    Optional<Resource> application = form.filled("ApplicationSid").map(sid -> applications.find(call.account(), sid)
        .orElseThrow(() -> ApiError.invalid(21218, "ApplicationSid is not valid: " + sid)));
    Instructions instructions = application.map(CallApi::instructions).orElseGet(() -> Instructions.of(form))
        .orElseThrow(() -> ApiError.invalid(21205, "Url parameter is required."));
    CallSettings settings = application.map(CallSettings::of).orElseGet(() -> CallSettings.ofCall(form));
    String to = form.filled("To").orElseThrow();
    String from = form.filled("CallerId").or(() -> form.filled("From")).orElseThrow();
    Resource created = board.calls().add(CallResources.call(call.account().sid(), from, to, "outbound-api", Optional.empty()));
    board.start(created, settings, to, new TwimlPlayer(board, instructions), NOTHING);
    return ApiAnswer.json(201, created.properties());
  }

  private static Optional<Instructions> instructions(Resource application) {
    return CallbackTarget.of(application, "voice_url", "voice_method").map(Instructions::from);
  }

  private ApiAnswer list(ApiRouter.Call call) {
    Form query = call.request().query();
    List<String> filters = List.of("To", "From", "Status", "ParentCallSid");
    List<Resource> found = board.calls().newestFirst(call.account()).stream()
        .filter(one -> filters.stream().allMatch(name -> matches(query, name, one))).toList();
    return Page.of(call.request(), "calls", found);
  }

  private static boolean matches(Form query, String name, Resource call) {
    return query.filled(name).map(wanted -> wanted.toLowerCase(Locale.ROOT))
        .map(call.text(Properties.property(name)).toLowerCase(Locale.ROOT)::equals).orElse(true);
  }

  private ApiAnswer update(ApiRouter.Call call) {
    Resource found = find(call);
    Form form = call.form();
    rules.checkInstructions(form);
    rules.checkCallbacks(form, List.of("StatusCallback"));
    CallSession session = board.session(found.sid()).filter(one -> !one.isOver())
        .orElseThrow(() -> ApiError.invalid(21220, "Call is not in-progress. Cannot redirect."));
    CallbackTarget.withEvents(form, "StatusCallback", "completed").ifPresent(session.progress()::redirect);
    CallbackTarget.of(form, "FallbackUrl", "FallbackMethod").ifPresent(session::fallback);
    Instructions.of(form).ifPresent(session.control()::redirect);
    form.filled("Status").ifPresent(status -> end(session, status));
    return ApiAnswer.json(200, session.call().properties());
  }

  /** The record of a call can be deleted once the call is over. */
  private ApiAnswer delete(ApiRouter.Call call) {
    Resource found = find(call);
    if (board.session(found.sid()).filter(session -> !session.isOver()).isPresent()) {
      throw ApiError.invalid(20001, "The call " + found.sid() + " is not over");
    }
    board.calls().remove(found.sid());
    return ApiAnswer.noContent();
  }

  private static void end(CallSession session, String status) {
    boolean canceled = status.equals("canceled");
    if (!canceled && !status.equals("completed")) {
      throw ApiError.invalid(20001, "Status is invalid: " + status);
    }
    if (canceled && session.isAnswered()) {
      throw ApiError.invalid(21220, "Only a queued or ringing call can be canceled.");
    }
    session.control().hangUp();
  }
}
