package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.Validation.isEmpty;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.connection.http.ApiPath;

import java.util.regex.Pattern;

/** Checks what a user gives as a part of an API path, before anything is sent. */
public final class PathParameters {

  private static final Pattern SID = Pattern.compile("[A-Z]{2}[0-9a-fA-F]{32}");

  private PathParameters() {}

  /**
   * @param operation the operation's name in XML, for messages
   * @param parameter the parameter's name in XML
   * @param resource what the SID names, with its article or owner
   * @param value the parameter's value
   * @param prefixes the two letters that such a SID may start with
   * @return the SID
   * @throws TwilioException if it is not one of such a resource
   */
  public static String sid(String operation, String parameter, String resource, String value, String... prefixes) {
    String forms = String.join("… or ", prefixes) + "…";
    requireThat(!isEmpty(value), operation, parameter + " is empty: set it to " + resource + "'s SID, " + forms);
    boolean known = false;
    for (String prefix : prefixes) {
      known |= value.startsWith(prefix);
    }
    requireThat(known && SID.matcher(value).matches(), operation, parameter + " is '" + Excerpt.of(value) + "': "
        + resource + "'s SID is " + String.join(" or ", prefixes) + " and 32 hexadecimal digits");
    return value;
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @param parameter the parameter's name in XML
   * @param value a name, not empty
   * @return the name, which a request escapes as one segment of its path
   * @throws TwilioException if it is one that proxies take for a way to another resource
   */
  public static String name(String operation, String parameter, String value) {
    requireThat(!ApiPath.leadsElsewhere(value), operation, parameter + " is '" + Excerpt.of(value)
        + "': a name in the path of a request can't be . or .., nor have one of them between slashes");
    return value;
  }
}
