package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.call.CallResources;
import org.muletwilio.simulator.call.CallSettings;
import org.muletwilio.simulator.conference.ConferenceSettings;
import org.muletwilio.simulator.parameter.CallRules;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.parameter.Properties;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.session.Switchboard;

import java.util.List;
import java.util.Optional;

/** The endpoints of conferences and their participants. */
final class ConferenceApi {

  private final Switchboard board;
  private final CallRules rules;
  private final ResourceStore conferences;
  private final ResourceStore participants;

  ConferenceApi(Switchboard board, CallRules rules, ResourceStore conferences, ResourceStore participants) {
    this.board = board;
    this.rules = rules;
    this.conferences = conferences;
    this.participants = participants;
  }

  void register(ApiRouter router) {
    String one = "/Conferences/{conference}/Participants/{call}.json";
    router.add("GET", "/Conferences.json", this::list)
        .add("GET", "/Conferences/{conference}.json", call -> ApiAnswer.json(200, conference(call).properties()))
        .add("POST", "/Conferences/{conference}.json", this::update)
        .add("POST", "/Conferences/{conference}/Participants.json", this::addParticipant)
        .add("GET", "/Conferences/{conference}/Participants.json", this::listParticipants)
        .add("GET", one, call -> ApiAnswer.json(200, participant(call).properties()))
        .add("POST", one, this::updateParticipant)
        .add("DELETE", one, this::removeParticipant);
  }

  private Resource conference(ApiRouter.Call call) {
    return conferences.find(call.account(), call.variable("conference")).orElseThrow(call::notFound);
  }

  /** A participant by the call's SID or the label. */
  private Resource participant(ApiRouter.Call call) {
    return ofConference(call).stream()
        .filter(one -> List.of(one.text("call_sid"), one.text("label")).contains(call.variable("call"))).findFirst()
        .orElseThrow(call::notFound);
  }

  private List<Resource> ofConference(ApiRouter.Call call) {
    String sid = call.variable("conference");
    return participants.newestFirst(call.account()).stream().filter(one -> one.text("conference_sid").equals(sid)).toList();
  }

  private ApiAnswer list(ApiRouter.Call call) {
    Form query = call.request().query();
    List<Resource> found = conferences.newestFirst(call.account()).stream()
        .filter(one -> query.filled("FriendlyName").map(one.text("friendly_name")::equals).orElse(true))
        .filter(one -> query.filled("Status").map(one.status()::equals).orElse(true)).toList();
    return Page.of(call.request(), "conferences", found);
  }

  private ApiAnswer update(ApiRouter.Call call) {
    Resource found = conference(call);
    if (call.form().first("Status").equals(Optional.of("completed"))) {
      board.conferences().end(found.sid());
    }
    return ApiAnswer.json(200, conference(call).properties());
  }

  private ApiAnswer addParticipant(ApiRouter.Call call) {
    Form form = call.form();
    rules.checkParticipant(form);
    String name = call.variable("conference");
    if (name.startsWith("CF") && name.length() == 34) {
      conference(call);
    }
    ConferenceSettings settings = ConferenceSettings.of(name, form);
    String to = form.filled("To").orElseThrow();
    String from = form.filled("CallerId").or(() -> form.filled("From")).orElseThrow();
    Resource leg = board.calls().add(CallResources.call(call.account().sid(), from, to, "outbound-api", Optional.empty()));
    Resource participant = board.conferences().expect(leg, settings);
    String conferenceSid = participant.text("conference_sid");
    board.start(leg, CallSettings.ofParticipant(form), to, session -> board.conferences().stay(session, settings),
                () -> board.conferences().expectNoLonger(conferenceSid, leg.sid()));
    return ApiAnswer.json(201, participant.properties());
  }

  private ApiAnswer listParticipants(ApiRouter.Call call) {
    conference(call);
    return Page.of(call.request(), "participants", ofConference(call));
  }

  private ApiAnswer updateParticipant(ApiRouter.Call call) {
    Resource found = participant(call);
    for (String name : List.of("Muted", "Hold")) {
      Optional<String> wanted = call.form().filled(name);
      if (wanted.isPresent()) {
        boolean on = Boolean.parseBoolean(wanted.get());
        String verb = name.equals("Muted") ? "mute" : "hold";
        found = board.conferences()
            .change(found.text("conference_sid"), found.text("call_sid"), verb, "participant-" + (on ? "" : "un") + verb,
                    old -> old.with(Properties.property(name), on))
            .orElseThrow(call::notFound);
      }
    }
    return ApiAnswer.json(200, found.properties());
  }

  private ApiAnswer removeParticipant(ApiRouter.Call call) {
    Resource found = participant(call);
    board.conferences().kick(found.text("conference_sid"), found.text("call_sid"));
    return ApiAnswer.noContent();
  }
}
