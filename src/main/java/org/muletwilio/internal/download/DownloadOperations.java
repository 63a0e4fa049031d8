package org.muletwilio.internal.download;

import static org.mule.runtime.extension.api.annotation.param.MediaType.ANY;

import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.MediaType;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.runtime.operation.Result;

import org.muletwilio.api.resource.DownloadAttributes;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.OperationErrors;

import java.io.InputStream;

/** Downloads what messages and calls leave at Twilio. */
@Throws(OperationErrors.class)
public class DownloadOperations {

  /**
   * Downloads a picture or another file of a message.
   *
   * @param connection the account that sent or received it
   * @param parameters which media
   * @return the file as a stream, with media type, size and name in the attributes
   */
  @DisplayName("Download Media")
  @Summary("Downloads a picture or another file of a message as a stream")
  @MediaType(value = ANY, strict = false)
  public Result<InputStream, DownloadAttributes> downloadMedia(@Connection TwilioConnection connection,
                                                               @ParameterGroup(name = "Media") MediaParameters parameters) {
    return Downloads.begin(connection.getFiles(), parameters.toAddress("twilio:download-media", connection));
  }

  /**
   * Downloads the sound of a recording.
   *
   * @param connection the account that recorded
   * @param parameters which recording, and how
   * @return the file as a stream, with media type, size and name in the attributes
   */
  @DisplayName("Download Recording")
  @Summary("Downloads the sound of a recording as a stream")
  @MediaType(value = ANY, strict = false)
  public Result<InputStream, DownloadAttributes> downloadRecording(@Connection TwilioConnection connection,
                                                                   @ParameterGroup(name = "Recording")
                                                                   RecordingFileParameters parameters) {
    return Downloads.begin(connection.getFiles(), parameters.toAddress("twilio:download-recording", connection));
  }
}
