package org.muletwilio.internal.callback.signature;

import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.internal.callback.route.CallbackRoute;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The spellings of an address that Twilio, its libraries and tools are known to sign, the likeliest first:
 * <ul>
 * <li>as it was sent, without user information and fragment;
 * <li>without its port, whatever it is, or with the port of its scheme written out: messaging keeps the port of https, voice
 * drops it;
 * <li>with what was added to the query spelled in other ways (see {@link QuerySpellings}), and with the route's own part as the
 * connector wrote it and in its place, since proxies and tools escape the tilde and sort the fields;
 * <li>with the fragment that the connector gave, which nobody sends, and with the user information.
 * </ul>
 * Each spelling says the same: read as a query it has the fields that were sent. Immutable.
 */
final class SignedUrl {

  /** Each costs an HMAC of the whole request for each trusted key. */
  static final int MOST_SPELLINGS = 12;

  private static final String SCHEME_END = "://";

  private final String text;
  private final int authority;
  private final int host;
  private final int port;
  private final int path;
  private final Set<String> fragments;

  /**
   * @param url an absolute URL with its query as it was sent; its fragment is ignored
   * @param fragments those that Twilio may have been given with it, each with its #; empty ones are left out
   */
  SignedUrl(String url, Set<String> fragments) {
    int fragment = url.indexOf('#');
    text = fragment < 0 ? url : url.substring(0, fragment);
    authority = text.indexOf(SCHEME_END) + SCHEME_END.length();
    if (authority < SCHEME_END.length()) {
      throw new IllegalArgumentException("not an absolute URL");
    }
    path = firstOf('/', '?', text, authority);
    int at = text.lastIndexOf('@', path);
    host = at < authority ? authority : at + 1;
    int colon = text.lastIndexOf(':', path - 1);
    port = colon >= host && text.indexOf(']', colon) < 0 ? colon : path;
    this.fragments = fragments;
  }

  /** @return the way in which nearly all are written */
  String likeliest() {
    return host == authority ? text : text.substring(0, authority) + text.substring(host);
  }

  /** @return all spellings, each once, the likeliest first */
  Set<String> spellings() {
    Spellings spellings = new Spellings();
    String scheme = text.substring(0, authority);
    String server = scheme + text.substring(host, path);
    String otherPort = scheme + withOtherPort(text.substring(host, path));
    String sent = text.substring(path);
    String own = ownPart();
    String added = addedPart();
    spellings.add(server, sent);
    spellings.add(otherPort, sent);
    List<String> others = QuerySpellings.of(added);
    others.stream().limit(1).forEach(likeliest -> {
      spellings.add(server, own + likeliest);
      spellings.add(otherPort, own + likeliest);
    });
    spellings.add(server, own + added);
    spellings.add(otherPort, own + added);
    if (host > authority) {
      String user = text.substring(authority, host);
      spellings.add(scheme + user + text.substring(host, path), sent);
      spellings.add(scheme + user + withOtherPort(text.substring(host, path)), sent);
    }
    for (String fragment : fragments) {
      if (!fragment.isEmpty()) {
        spellings.add(server, sent + fragment);
        spellings.add(server, own + added + fragment);
      }
    }
    others.forEach(each -> spellings.add(server, own + each));
    others.forEach(each -> spellings.add(otherPort, own + each));
    return spellings.all;
  }

  private String withOtherPort(String server) {
    boolean https = text.substring(0, authority).equalsIgnoreCase("https" + SCHEME_END);
    return port < path ? server.substring(0, port - host) : server + (https ? ":443" : ":80");
  }

  /** The path and the route's own field. Of its characters the tilde alone is ever escaped. */
  private String ownPart() {
    int query = text.indexOf('?', path);
    StringBuilder own = new StringBuilder(unescapedTilde(text.substring(path, hasFields(query) ? query : text.length())));
    String before = "?";
    for (String field : fields(query)) {
      if (isOwn(field)) {
        own.append(before).append(unescapedTilde(field));
        before = "&";
      }
    }
    return own.toString();
  }

  /** The fields that are not the route's own, with what goes before the first. */
  private String addedPart() {
    int query = text.indexOf('?', path);
    StringBuilder added = new StringBuilder();
    boolean hasOwn = false;
    for (String field : fields(query)) {
      if (isOwn(field)) {
        hasOwn = true;
      } else {
        added.append('&').append(field);
      }
    }
    return hasOwn || added.length() == 0 ? added.toString() : added.replace(0, 1, "?").toString();
  }

  private String[] fields(int query) {
    return hasFields(query) ? text.substring(query + 1).split("&", -1) : new String[0];
  }

  private boolean hasFields(int query) {
    return query >= 0 && query < text.length() - 1;
  }

  private static boolean isOwn(String field) {
    int equals = field.indexOf('=');
    return FormFields.decode(equals < 0 ? field : field.substring(0, equals))
        .filter(name -> name.keySet().stream().anyMatch(CallbackRoute::isOwnField)).isPresent();
  }

  private static String unescapedTilde(String text) {
    return text.replace("%7E", "~").replace("%7e", "~");
  }

  private static int firstOf(char one, char other, String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == one || text.charAt(i) == other) {
        return i;
      }
    }
    return text.length();
  }

  /** Those so far, up to the most. */
  private static final class Spellings {

    private final Set<String> all = new LinkedHashSet<>();

    private void add(String server, String rest) {
      if (all.size() < MOST_SPELLINGS) {
        all.add(server + rest);
      }
    }
  }
}
