package org.muletwilio.internal.download;

import static java.util.Locale.ROOT;
import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.api.parameter.RecordingChannels;
import org.muletwilio.api.parameter.RecordingFormat;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.operation.PathParameters;

/** Which recording, by its URL or SID, and in which form. */
public class RecordingFileParameters {

  /** The recording's URL, <code>RecordingUrl</code> of a callback. Another address than one of Twilio's API is refused. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Recording URL")
  @Summary("The recording's URL, RecordingUrl of a callback. Excludes recordingSid")
  @Example("#[attributes.recordingUrl]")
  private String recordingUrl;

  /** The recording's SID, <code>RE…</code>. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Recording SID")
  @Summary("The recording's SID, RE…. Excludes recordingUrl")
  @Example("REXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String recordingSid;

  /** The format. Default: <code>WAV</code>. */
  @Parameter
  @Optional(defaultValue = "WAV")
  @Placement(order = 3)
  @DisplayName("Format")
  @Summary("The format. Default: WAV")
  private RecordingFormat format;

  /** One channel for all, or one for each side. Default: as Twilio sends it, one channel. */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Channels")
  @Summary("One channel for all, or one for each side of a call that was recorded so. Default: as Twilio sends it")
  private RecordingChannels channels;

  /** The SID of the subaccount that recorded. Default: the account of the connection, or that of the URL. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Account SID")
  @Summary("The SID of the subaccount that recorded, beside recordingSid. Default: that of the connection")
  @Example("ACXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String accountSid;

  /** @throws TwilioException if it is not clear which recording, or the URL is not one of Twilio's API */
  FileAddress toAddress(String operation, TwilioConnection connection) {
    requireThat((recordingUrl == null) != (recordingSid == null), operation, "takes recordingUrl or recordingSid");
    String suffix = "." + format.name().toLowerCase(ROOT)
        + (channels == null ? "" : "?RequestedChannels=" + (channels == RecordingChannels.DUAL ? 2 : 1));
    if (recordingUrl != null) {
      return FileAddress.ofRecordingUrl(operation, recordingUrl, suffix, connection.getFiles());
    }
    String account = accountSid == null ? connection.getAccountSid()
        : PathParameters.sid(operation, "accountSid", "an account", accountSid, "AC");
    return FileAddress.ofRecording(account, PathParameters.sid(operation, "recordingSid", "the recording", recordingSid, "RE"),
                                   suffix);
  }
}
