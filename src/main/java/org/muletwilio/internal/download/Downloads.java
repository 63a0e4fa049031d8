package org.muletwilio.internal.download;

import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.extension.api.runtime.operation.Result;

import org.muletwilio.api.resource.DownloadAttributes;
import org.muletwilio.api.resource.DownloadAttributesBuilder;
import org.muletwilio.internal.connection.http.FileClient;

import java.io.InputStream;

/** Begins downloads. */
final class Downloads {

  private Downloads() {}

  /**
   * The calling thread waits for the first part.
   *
   * @return the file as a stream that fetches the rest as it is read
   * @throws TwilioException if there is no such file
   */
  static Result<InputStream, DownloadAttributes> begin(FileClient files, FileAddress address) {
    FileSource source = new FileSource(files, address);
    FilePart first = source.open(0);
    MediaType type = mediaType(first);
    DownloadAttributesBuilder attributes = new DownloadAttributesBuilder().mediaType(type.toRfcString())
        .fileName(FileName.of(first.header("content-disposition"), address.getSid(), type.withoutParameters().toRfcString()));
    Result.Builder<InputStream, DownloadAttributes> result = Result.<InputStream, DownloadAttributes>builder()
        .output(new DownloadStream(source, first)).mediaType(type);
    first.getSize().ifPresent(size -> {
      attributes.size(size);
      result.length(size);
    });
    return result.attributes(attributes.build()).build();
  }

  /** A storage may say anything. */
  private static MediaType mediaType(FilePart part) {
    try {
      return part.header("content-type").map(MediaType::parse).orElse(MediaType.BINARY);
    } catch (IllegalArgumentException e) {
      return MediaType.BINARY;
    }
  }
}
