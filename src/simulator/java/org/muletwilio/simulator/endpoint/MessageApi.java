package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.message.MessageLifecycle;
import org.muletwilio.simulator.message.MessageResources;
import org.muletwilio.simulator.parameter.MessageRules;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The endpoints of messages. */
final class MessageApi {

  private final ResourceStore messages;
  private final MessageRules rules;
  private final MessageLifecycle life;
  private final ResourceStore applications;
  private final ResourceStore services;
  private final ResourceStore channelSenders;

  MessageApi(ResourceStore messages, MessageRules rules, MessageLifecycle life, ResourceStore applications,
             ResourceStore services, ResourceStore channelSenders) {
    this.services = services;
    this.channelSenders = channelSenders;
    this.applications = applications;
    this.messages = messages;
    this.rules = rules;
    this.life = life;
  }

  void register(ApiRouter router) {
    router.add("POST", "/Messages.json", this::create)
        .add("GET", "/Messages.json", this::list)
        .add("GET", "/Messages/{sid}.json", call -> ApiAnswer.json(200, find(call).properties()))
        .add("POST", "/Messages/{sid}.json", this::update)
        .add("DELETE", "/Messages/{sid}.json", this::delete);
  }

  private Resource find(ApiRouter.Call call) {
    return messages.find(call.account(), call.variable("sid")).orElseThrow(call::notFound);
  }

  private ApiAnswer create(ApiRouter.Call call) {
    Form form = call.form();
    Optional<Instant> sendAt = rules.check(form);
    Optional<Resource> application = form.filled("ApplicationSid").map(sid -> applications.find(call.account(), sid)
        .orElseThrow(() -> ApiError.invalid(21218, "ApplicationSid is not valid: " + sid)));
    String to = form.first("To").orElse("");
    if (form.filled("MessagingServiceSid").filter(sid -> !life.senders().canReach(sid, to)).isPresent()) {
      throw ApiError.invalid(21704, "The Messaging Service contains no phone numbers");
    }
    Resource message = messages.add(MessageResources.outbound(call.account().sid(), form));
    life.media(message.sid(), form.all("MediaUrl"));
    life.begin(message, form.filled("StatusCallback").or(() -> application.flatMap(MessageApi::statusCallback))
        .or(() -> form.filled("MessagingServiceSid").flatMap(sid -> services.find(call.account(), sid))
            .map(service -> service.text("status_callback")).filter(url -> !url.isEmpty()))
        .or(() -> form.filled("From").flatMap(from -> ChannelSenderApi.statusCallback(channelSenders, from))));
    sendAt.ifPresent(date -> life.schedule(message.sid(), date));
    return ApiAnswer.json(201, message.properties());
  }

  /** An application's status callback for messages, by its current or its older name. */
  private static Optional<String> statusCallback(Resource application) {
    return Stream.of("message_status_callback", "sms_status_callback").map(application::text)
        .filter(url -> !url.isEmpty()).findFirst();
  }

  private ApiAnswer list(ApiRouter.Call call) {
    Form query = call.request().query();
    List<Resource> found = messages.newestFirst(call.account()).stream()
        .filter(message -> matches(query, "To", message) && matches(query, "From", message)).toList();
    return Page.of(call.request(), "messages", found);
  }

  private static boolean matches(Form query, String name, Resource message) {
    return query.filled(name).map(wanted -> wanted.equals(message.text(name.toLowerCase(Locale.ROOT)))).orElse(true);
  }

  private ApiAnswer update(ApiRouter.Call call) {
    Resource message = find(call);
    if (call.form().first("Status").isPresent()) {
      message = life.cancel(message.sid())
          .orElseThrow(() -> ApiError.invalid(30409, "The message is not in a state that can be canceled."));
    }
    Optional<String> body = call.form().first("Body");
    if (body.isPresent()) {
      message = messages.update(message.sid(), old -> old.with("body", body.get())).orElseThrow(call::notFound);
    }
    return ApiAnswer.json(200, message.properties());
  }

  private ApiAnswer delete(ApiRouter.Call call) {
    messages.remove(find(call).sid());
    return ApiAnswer.noContent();
  }
}
