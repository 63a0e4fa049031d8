package org.muletwilio.internal.download;

import static java.util.Locale.ROOT;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name for a file that is safe to use in a folder of one's own: nothing in it leads anywhere else. */
final class FileName {

  private static final int MOST_CHARACTERS = 100;
  private static final Pattern QUOTED = Pattern.compile("(?i)filename\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern PLAIN = Pattern.compile("(?i)filename\\s*=\\s*([^\";\\s]+)");
  private static final Map<String, String> ENDINGS = new HashMap<>();

  static {
    String[] endings = {"image/jpeg", "jpg", "image/png", "png", "image/gif", "gif", "image/webp", "webp", "image/heic", "heic",
        "audio/mpeg", "mp3", "audio/wav", "wav", "audio/x-wav", "wav", "audio/wave", "wav", "audio/ogg", "ogg", "audio/amr",
        "amr", "audio/mp4", "m4a", "audio/3gpp", "3gp", "video/mp4", "mp4", "video/3gpp", "3gp", "video/quicktime", "mov",
        "video/webm",
        "webm", "application/pdf", "pdf", "text/vcard", "vcf", "text/x-vcard", "vcf", "text/plain", "txt", "text/csv", "csv",
        "text/calendar", "ics", "application/json", "json", "application/zip", "zip"};
    for (int i = 0; i < endings.length; i += 2) {
      ENDINGS.put(endings[i], endings[i + 1]);
    }
  }

  private FileName() {}

  /**
   * @param disposition the Content-Disposition of the storage, if there is one
   * @param sid of the file
   * @param mediaType without parameters
   * @return the name that the storage gives, or the SID with an ending
   */
  static String of(Optional<String> disposition, String sid, String mediaType) {
    return disposition.flatMap(FileName::told).orElseGet(() ->
        sid + Optional.ofNullable(ENDINGS.get(mediaType.toLowerCase(ROOT))).map(ending -> "." + ending).orElse(""));
  }

  private static Optional<String> told(String disposition) {
    Matcher quoted = QUOTED.matcher(disposition);
    Matcher plain = PLAIN.matcher(disposition);
    String name = quoted.find() ? quoted.group(1) : plain.find() ? plain.group(1) : "";
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String safe = last.replaceAll("[\\p{Cntrl}\\p{Cf}:*?\"<>|%]", "_").replaceFirst("^[.\\s]+", "").trim();
    String cut = safe.length() > MOST_CHARACTERS ? safe.substring(safe.length() - MOST_CHARACTERS) : safe;
    return cut.isEmpty() ? Optional.empty() : Optional.of(cut);
  }
}
