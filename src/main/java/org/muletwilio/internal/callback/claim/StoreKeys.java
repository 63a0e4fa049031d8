package org.muletwilio.internal.callback.claim;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.internal.callback.codec.Sha256;

import java.util.Base64;

/** The keys of one config's entries. Short ones, since not every store takes long keys: a flow's name may have any length. */
final class StoreKeys {

  static final String DONE = "#done";
  static final String CLAIM = "#";
  static final String ASKED = "";
  static final String TAKEN = "!";
  static final String BEAT = "~";

  private static final String TIME = "@";
  private static final int LONGEST_EVENT = 160;
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final String prefix;

  /** @param prefix with which all keys begin */
  StoreKeys(String prefix) {
    this.prefix = prefix;
  }

  /** @return the start of the keys of an event's entries; the same for the same event */
  String of(String event) {
    return prefix + (event.length() <= LONGEST_EVENT ? event
        : TEXT.encodeToString(new Sha256().of(event.getBytes(UTF_8))));
  }

  /** @return whether the key is of this config */
  boolean isOwn(String key) {
    return key.startsWith(prefix) && key.lastIndexOf(CLAIM) > prefix.length();
  }

  static String doneKey(String event) {
    return event + DONE;
  }

  static boolean isDone(String key) {
    return key.endsWith(DONE);
  }

  /** @return the start of the key, which all entries of the event share */
  static String eventOf(String key) {
    return key.substring(0, key.lastIndexOf(CLAIM));
  }

  /** @return a text that bears a time */
  static String withTime(String text, long millis) {
    return text + TIME + millis;
  }

  /** @return the time that the text bears; now and for ever where it has none */
  static long timeIn(String text) {
    try {
      return Long.parseLong(text.substring(text.lastIndexOf(TIME) + 1));
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
