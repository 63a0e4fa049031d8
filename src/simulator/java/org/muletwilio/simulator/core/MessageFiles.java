package org.muletwilio.simulator.core;

import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.Sids;
import org.muletwilio.simulator.storage.FileStore;
import org.muletwilio.simulator.storage.StoredFile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Keeps the files that come with messages. */
final class MessageFiles {

  private final Supplier<String> baseUri;
  private final FileStore files;

  MessageFiles(Supplier<String> baseUri, FileStore files) {
    this.baseUri = baseUri;
    this.files = files;
  }

  /** Keeps files of a message, and returns their content types by their addresses at the API. */
  Map<String, String> keep(Resource message, List<StoredFile> media) {
    Map<String, String> types = new LinkedHashMap<>();
    for (StoredFile file : media) {
      String sid = Sids.next("ME");
      files.put(message.sid() + "/" + sid, file);
      types.put(baseUri.get() + "/2010-04-01/Accounts/" + message.accountSid() + "/Messages/" + message.sid() + "/Media/" + sid,
                file.contentType());
    }
    return types;
  }
}
