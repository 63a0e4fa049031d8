package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.call.CallFields;
import org.muletwilio.simulator.call.CallResources;
import org.muletwilio.simulator.call.CallSettings;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.parameter.CallRules;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.PhoneNumbers;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Sids;
import org.muletwilio.simulator.session.Switchboard;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The endpoints of caller IDs: numbers that an account may call from once a call has verified them. */
final class CallerIdApi {

  private static final String CALLING = "+14157234000";
  private static final CallSettings SILENT =
      new CallSettings(Optional.empty(), Optional.empty(), false, Optional.empty(), false, Optional.empty());

  private final Switchboard board;
  private final CallRules rules;
  private final ResourceStore callerIds;
  private final EditableResources resources;

  CallerIdApi(Switchboard board, CallRules rules, ResourceStore callerIds, UrlRules urls) {
    this.board = board;
    this.rules = rules;
    this.callerIds = callerIds;
    resources = new EditableResources(callerIds, List.of("FriendlyName"), urls);
  }

  void register(ApiRouter router) {
    router.add("POST", "/OutgoingCallerIds.json", this::validate)
        .add("GET", "/OutgoingCallerIds.json", this::list)
        .add("GET", "/OutgoingCallerIds/{sid}.json", resources::fetch)
        .add("POST", "/OutgoingCallerIds/{sid}.json", resources::update)
        .add("DELETE", "/OutgoingCallerIds/{sid}.json", resources::delete);
  }

  private ApiAnswer validate(ApiRouter.Call call) {
    Form form = call.form();
    String number = form.filled("PhoneNumber").filter(PhoneNumbers::valid)
        .orElseThrow(() -> ApiError.invalid(21401, "PhoneNumber is invalid."));
    rules.checkCallbacks(form, List.of("StatusCallback"));
    if (callerIds.newestFirst(call.account()).stream().anyMatch(one -> one.text("phone_number").equals(number))) {
      throw ApiError.invalid(21450, "Phone number is already validated: " + number);
    }
    String name = form.filled("FriendlyName").orElse(number);
    Resource leg =
        board.calls().add(CallResources.call(call.account().sid(), CALLING, number, "outbound-api", Optional.empty()));
    Optional<CallbackTarget> told = CallbackTarget.of(form, "StatusCallback", "StatusCallbackMethod");
    board.start(leg, SILENT, number, session -> session.pause(1), () -> finish(leg, number, name, told));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("account_sid", call.account().sid());
    body.put("call_sid", leg.sid());
    body.put("friendly_name", name);
    body.put("phone_number", number);
    body.put("validation_code", String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000)));
    return ApiAnswer.json(200, body);
  }

  /** The number is verified if the call was answered. */
  private void finish(Resource leg, String number, String name, Optional<CallbackTarget> told) {
    Resource call = board.calls().find(leg.sid()).orElseThrow();
    boolean verified = call.status().equals("completed");
    Optional<String> sid = Optional.of(callerId(call.accountSid(), number, name)).filter(one -> verified).map(callerIds::add)
        .map(Resource::sid);
    told.ifPresent(target -> board.callbacks().add(Callback
        .of(Callback.Kind.CALLER_ID_STATUS, call, target, CallFields.standard(call, call.status())
            .with("VerificationStatus", verified ? "success" : "failed").with("OutgoingCallerIdSid", sid))));
  }

  private ApiAnswer list(ApiRouter.Call call) {
    Form query = call.request().query();
    List<Resource> found = callerIds.newestFirst(call.account()).stream()
        .filter(one -> query.filled("PhoneNumber").map(one.text("phone_number")::equals).orElse(true)).toList();
    return Page.of(call.request(), "outgoing_caller_ids", found);
  }

  private static Resource callerId(String accountSid, String number, String name) {
    String sid = Sids.next("PN");
    String now = Dates.rfc2822(Instant.now());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", sid);
    properties.put("date_created", now);
    properties.put("date_updated", now);
    properties.put("friendly_name", name);
    properties.put("account_sid", accountSid);
    properties.put("phone_number", number);
    properties.put("uri", "/2010-04-01/Accounts/" + accountSid + "/OutgoingCallerIds/" + sid + ".json");
    return new Resource(properties);
  }
}
