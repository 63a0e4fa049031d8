package org.muletwilio.internal.download;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.operation.PathParameters;

/** Which media of a message: by its URL, or by SIDs. */
public class MediaParameters {

  /** The media's URL, <code>MediaUrl0</code> … of a callback. Another address than one of Twilio's API is refused. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Media URL")
  @Summary("The media's URL, MediaUrl0 … of a callback. Excludes messageSid and mediaSid")
  @Example("#[payload.MediaUrl0]")
  private String mediaUrl;

  /** The message's SID, <code>SM…</code> or <code>MM…</code>. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Message SID")
  @Summary("The message's SID, SM… or MM…, together with mediaSid")
  @Example("MMXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String messageSid;

  /** The media's SID, <code>ME…</code>. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("Media SID")
  @Summary("The media's SID, ME…, together with messageSid")
  @Example("MEXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String mediaSid;

  /** The SID of the subaccount that owns the message. Default: the account of the connection, or that of the URL. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Account SID")
  @Summary("The SID of the subaccount that owns the message, beside messageSid. Default: that of the connection")
  @Example("ACXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String accountSid;

  /** @throws TwilioException if it is not clear which media, or the URL is not one of Twilio's API */
  FileAddress toAddress(String operation, TwilioConnection connection) {
    requireThat((mediaUrl == null) != (messageSid == null) && (messageSid == null) == (mediaSid == null), operation,
                "takes mediaUrl, or messageSid and mediaSid");
    if (mediaUrl != null) {
      return FileAddress.ofMediaUrl(operation, mediaUrl, connection.getFiles());
    }
    String account = accountSid == null ? connection.getAccountSid()
        : PathParameters.sid(operation, "accountSid", "an account", accountSid, "AC");
    return FileAddress.ofMedia(account, PathParameters.sid(operation, "messageSid", "the message", messageSid, "SM", "MM"),
                               PathParameters.sid(operation, "mediaSid", "the media", mediaSid, "ME"));
  }
}
