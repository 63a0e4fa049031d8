package org.muletwilio.internal.download;

import static org.muletwilio.internal.operation.Validation.invalid;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.connection.http.FileClient;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a file is at Twilio's API: a path of known form, whatever a user has given. Immutable. */
final class FileAddress {

  private static final String HEX = "[0-9a-fA-F]{32}";
  private static final Pattern MEDIA =
      Pattern.compile("(/2010-04-01/Accounts/AC" + HEX + "/Messages/(?:SM|MM)" + HEX + "/Media/(ME" + HEX + "))");
  private static final Pattern RECORDING = Pattern.compile("(/2010-04-01/Accounts/AC" + HEX
      + ")(?:/(?:Calls|Conferences)/C[AF]" + HEX + ")?/Recordings/(RE" + HEX + ")(?:\\.wav|\\.mp3|\\.json)?");

  private final String path;
  private final String sid;

  private FileAddress(String path, String sid) {
    this.path = path;
    this.sid = sid;
  }

  static FileAddress ofMedia(String accountSid, String messageSid, String mediaSid) {
    return new FileAddress("/2010-04-01/Accounts/" + accountSid + "/Messages/" + messageSid + "/Media/" + mediaSid, mediaSid);
  }

  /** @param suffix the file's ending, and a query where there is one */
  static FileAddress ofRecording(String accountSid, String recordingSid, String suffix) {
    return new FileAddress("/2010-04-01/Accounts/" + accountSid + "/Recordings/" + recordingSid + suffix, recordingSid);
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @param url as a callback has it
   * @param files knows the API's addresses
   * @throws TwilioException if it is not the address of a message's media at the connection's API
   */
  static FileAddress ofMediaUrl(String operation, String url, FileClient files) {
    Matcher media = match(operation, "mediaUrl", url, MEDIA, "a message's media", files);
    return new FileAddress(media.group(1), media.group(2));
  }

  /** As {@link #ofMediaUrl}, for a recording, whatever ending its address has. */
  static FileAddress ofRecordingUrl(String operation, String url, String suffix, FileClient files) {
    Matcher recording = match(operation, "recordingUrl", url, RECORDING, "a recording", files);
    return new FileAddress(recording.group(1) + "/Recordings/" + recording.group(2) + suffix, recording.group(2));
  }

  private static Matcher match(String operation, String parameter, String url, Pattern form, String what, FileClient files) {
    try {
      Matcher path = form.matcher(files.pathOf(new URI(url)).orElse(""));
      if (path.matches()) {
        return path;
      }
    } catch (URISyntaxException e) {
      // refused as every other text that is not an address of Twilio's
    }
    throw invalid(operation, parameter + " is '" + Excerpt.of(url, 300) + "', which is not the address of " + what
        + " at Twilio's API in this connection's region, or at its baseUri: nothing was requested, and no credentials were sent");
  }

  /** @return path and query at the API */
  String getPath() {
    return path;
  }

  /** @return the SID of the media or recording */
  String getSid() {
    return sid;
  }
}
