package org.muletwilio.simulator.endpoint;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiRouter;
import org.muletwilio.simulator.parameter.Page;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.storage.FileStore;
import org.muletwilio.simulator.storage.Sounds;
import org.muletwilio.simulator.storage.StoredFile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads from media and recordings to the storage that has their files. */
final class FileApi {

  private static final Pattern SOUND = Pattern.compile("(RE[0-9a-f]{32})(?:\\.(wav|mp3))?");

  private final ResourceStore messages;
  private final ResourceStore recordings;
  private final FileStore files;

  FileApi(ResourceStore messages, ResourceStore recordings, FileStore files) {
    this.messages = messages;
    this.recordings = recordings;
    this.files = files;
  }

  void register(ApiRouter router) {
    router.add("GET", "/Messages/{message}/Media/{sid}", this::media)
        .add("GET", "/Messages/{message}/Media.json", this::list)
        .add("GET", "/Messages/{message}/Media/{sid}.json", this::describe)
        .add("DELETE", "/Messages/{message}/Media/{sid}.json", this::delete)
        .add("GET", "/Recordings/{file}", this::sound);
  }

  private ApiAnswer media(ApiRouter.Call call) {
    messages.find(call.account(), call.variable("message")).orElseThrow(call::notFound);
    return redirect(files.find(call.variable("message") + "/" + call.variable("sid")).orElseThrow(call::notFound));
  }

  private ApiAnswer list(ApiRouter.Call call) {
    Resource message = messages.find(call.account(), call.variable("message")).orElseThrow(call::notFound);
    return Page.of(call.request(), "media_list", files.startingWith(message.sid() + "/").entrySet().stream()
        .map(file -> described(message, file.getKey(), file.getValue())).toList());
  }

  private ApiAnswer describe(ApiRouter.Call call) {
    Resource message = messages.find(call.account(), call.variable("message")).orElseThrow(call::notFound);
    StoredFile file = files.find(message.sid() + "/" + call.variable("sid")).orElseThrow(call::notFound);
    return ApiAnswer.json(200, described(message, call.variable("sid"), file).properties());
  }

  private ApiAnswer delete(ApiRouter.Call call) {
    describe(call);
    files.remove(call.variable("message") + "/" + call.variable("sid"));
    return ApiAnswer.noContent();
  }

  private static Resource described(Resource message, String sid, StoredFile file) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("sid", sid);
    properties.put("account_sid", message.accountSid());
    properties.put("parent_sid", message.sid());
    properties.put("content_type", file.contentType());
    properties.put("date_created", message.text("date_created"));
    properties.put("date_updated", message.text("date_updated"));
    properties.put("uri", "/2010-04-01/Accounts/" + message.accountSid() + "/Messages/" + message.sid() + "/Media/" + sid
        + ".json");
    return new Resource(properties);
  }

  private ApiAnswer sound(ApiRouter.Call call) {
    Matcher file = SOUND.matcher(call.variable("file"));
    if (!file.matches()) {
      throw call.notFound();
    }
    Resource recording = recordings.find(call.account(), file.group(1)).filter(one -> one.status().equals("completed"))
        .orElseThrow(call::notFound);
    int seconds = Integer.parseInt(recording.text("duration"));
    boolean dual = call.request().query().first("RequestedChannels").orElse("1").equals("2")
        && recording.text("channels").equals("2");
    return redirect("mp3".equals(file.group(2)) ? Sounds.mp3(seconds) : Sounds.wav(seconds, dual ? 2 : 1));
  }

  private ApiAnswer redirect(StoredFile file) {
    return new ApiAnswer(307, Map.of("Location", files.grant(file)), "");
  }
}
