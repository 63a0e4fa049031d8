package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.parameter.Properties;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;

import java.util.List;

/** The resources of one type, whose settings a user may change: how they are added, fetched, updated and deleted. */
final class EditableResources {

  private static final int INVALID_URL = 21502;

  private final ResourceStore store;
  private final List<String> settings;
  private final UrlRules urls;

  /** @param settings the parameters that may be set, such as {@code VoiceUrl} */
  EditableResources(ResourceStore store, List<String> settings, UrlRules urls) {
    this.store = store;
    this.settings = settings;
    this.urls = urls;
  }

  /** @throws org.muletwilio.simulator.api.ApiError if a setting's URL is one that Twilio refuses */
  void check(Form form) {
    Properties.checkUrls(form, settings, urls, INVALID_URL);
  }

  /** Adds a resource with the settings of a form. */
  ApiAnswer add(Resource resource, Form form) {
    return ApiAnswer.json(201, store.add(Properties.set(resource, form, settings)).properties());
  }

  ApiAnswer fetch(ApiRouter.Call call) {
    return ApiAnswer.json(200, find(call).properties());
  }

  ApiAnswer update(ApiRouter.Call call) {
    check(call.form());
    return ApiAnswer.json(200, store.update(find(call).sid(), old -> Properties.set(old, call.form(), settings))
        .orElseThrow(call::notFound).properties());
  }

  ApiAnswer delete(ApiRouter.Call call) {
    store.remove(find(call).sid());
    return ApiAnswer.noContent();
  }

  /** The resource whose SID is in the path. */
  private Resource find(ApiRouter.Call call) {
    return store.find(call.account(), call.variable("sid")).orElseThrow(call::notFound);
  }
}
