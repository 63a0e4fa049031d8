package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.call.RecordingSettings;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.parameter.CallRules;
import org.muletwilio.simulator.parameter.Properties;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.session.Switchboard;

import java.util.List;
import java.util.stream.Stream;

/** The endpoints of recordings and transcriptions. */
final class RecordingApi {

  private final Switchboard board;
  private final CallRules rules;
  private final ResourceStore recordings;
  private final ResourceStore transcriptions;

  RecordingApi(Switchboard board, CallRules rules, ResourceStore recordings, ResourceStore transcriptions) {
    this.board = board;
    this.rules = rules;
    this.recordings = recordings;
    this.transcriptions = transcriptions;
  }

  void register(ApiRouter router) {
    router.add("POST", "/Calls/{call}/Recordings.json", this::record)
        .add("GET", "/Calls/{call}/Recordings.json", this::listOfCall)
        .add("GET", "/Calls/{call}/Recordings/{sidOrName}.json",
             call -> ApiAnswer.json(200, ofCall(findOfCall(call)).properties()))
        .add("POST", "/Calls/{call}/Recordings/{sidOrName}.json", this::update)
        .add("GET", "/Recordings.json", this::list)
        .add("GET", "/Recordings/{sid}.json", call -> ApiAnswer.json(200, ofAccount(find(call)).properties()))
        .add("DELETE", "/Recordings/{sid}.json", call -> delete(find(call)))
        .add("DELETE", "/Calls/{call}/Recordings/{sidOrName}.json", call -> delete(findOfCall(call)))
        .add("POST", "/Calls/{call}/Transcriptions.json", this::transcribe)
        .add("POST", "/Calls/{call}/Transcriptions/{sidOrName}.json", this::stopTranscription);
  }

  private Resource callUnderWay(ApiRouter.Call call) {
    Resource found = board.calls().find(call.account(), call.variable("call")).orElseThrow(call::notFound);
    if (!found.status().equals("in-progress")) {
      throw ApiError.invalid(21220, "The requested resource is not eligible: its call is " + found.status());
    }
    return found;
  }

  private ApiAnswer record(ApiRouter.Call call) {
    rules.checkRecording(call.form());
    Resource owner = callUnderWay(call);
    Resource recording = board.recordings().start(owner, "StartCallRecordingAPI", RecordingSettings.of(call.form()),
        CallbackTarget.withEvents(call.form(), "RecordingStatusCallback", "completed"));
    return ApiAnswer.json(201, ofCall(recording).properties());
  }

  /** As the recordings of a call show it. */
  private static Resource ofCall(Resource recording) {
    return recording.without("media_url", "subresource_uris");
  }

  /** As the recordings of the account show it. */
  private static Resource ofAccount(Resource recording) {
    return recording.without("track");
  }

  private Resource findOfCall(ApiRouter.Call call) {
    boolean current = call.variable("sidOrName").equals("Twilio.CURRENT");
    return recordings.newestFirst(call.account()).stream().filter(one -> one.text("call_sid").equals(call.variable("call")))
        .filter(one -> current ? board.recordings().isRunning(one.sid()) : one.sid().equals(call.variable("sidOrName")))
        .findFirst().orElseThrow(call::notFound);
  }

  private Resource find(ApiRouter.Call call) {
    return recordings.find(call.account(), call.variable("sid")).orElseThrow(call::notFound);
  }

  private ApiAnswer listOfCall(ApiRouter.Call call) {
    List<Resource> found = recordings.newestFirst(call.account()).stream()
        .filter(one -> one.text("call_sid").equals(call.variable("call"))).map(RecordingApi::ofCall).toList();
    return Page.of(call.request(), "recordings", found);
  }

  private ApiAnswer list(ApiRouter.Call call) {
    Form query = call.request().query();
    List<Resource> found = recordings.newestFirst(call.account()).stream()
        .filter(one -> Stream.of("CallSid", "ConferenceSid").allMatch(name -> query.filled(name)
            .map(one.text(Properties.property(name))::equals).orElse(true))).map(RecordingApi::ofAccount).toList();
    return Page.of(call.request(), "recordings", found);
  }

  private ApiAnswer delete(Resource recording) {
    recordings.remove(recording.sid());
    return ApiAnswer.noContent();
  }

  private ApiAnswer update(ApiRouter.Call call) {
    Resource recording = findOfCall(call);
    String status = call.form().first("Status").orElse("");
    if (!List.of("stopped", "paused", "in-progress").contains(status)) {
      throw ApiError.invalid(20001, "Status is invalid: " + status);
    }
    if (!board.recordings().isRunning(recording.sid())) {
      throw ApiError.invalid(21220, "The recording is over.");
    }
    if (status.equals("stopped")) {
      board.recordings().finish(recording.sid());
      return ApiAnswer.json(200, ofCall(recordings.find(recording.sid()).orElse(recording)).with("status", "stopped")
          .properties());
    }
    return ApiAnswer.json(200, ofCall(board.recordings().change(recording.sid(), status).orElseThrow(call::notFound))
        .properties());
  }

  private ApiAnswer transcribe(ApiRouter.Call call) {
    rules.checkCallbacks(call.form(), List.of("StatusCallbackUrl"));
    Resource owner = callUnderWay(call);
    return ApiAnswer.json(200, board.transcriptions()
        .start(owner, call.form().filled("Name"), call.form().filled("LanguageCode"),
               CallbackTarget.of(call.form(), "StatusCallbackUrl", "StatusCallbackMethod"))
        .properties());
  }

  private ApiAnswer stopTranscription(ApiRouter.Call call) {
    Resource found = transcriptions.newestFirst(call.account()).stream()
        .filter(one -> one.text("call_sid").equals(call.variable("call")))
        .filter(one -> List.of(one.sid(), one.text("name")).contains(call.variable("sidOrName"))).findFirst()
        .orElseThrow(call::notFound);
    String status = call.form().first("Status").orElse("");
    if (!status.equals("stopped")) {
      throw ApiError.invalid(20001, "Status is invalid: " + status);
    }
    return ApiAnswer.json(200, board.transcriptions().finish(found.sid()).orElseThrow(call::notFound).properties());
  }
}
