package org.muletwilio.api.resource;

import org.muletwilio.api.Nullable;
import org.muletwilio.api.ValueStyle;

import java.io.Serializable;

import org.immutables.value.Value;

/** What is known of a file beside its content. */
@Value.Immutable
@ValueStyle
public abstract class DownloadAttributes implements Serializable {

  private static final long serialVersionUID = 1L;

  DownloadAttributes() {}

  /** @return the media type, such as <code>image/jpeg</code> */
  public abstract String getMediaType();

  /** @return the size in bytes, or null where it is not known before the end */
  @Nullable
  public abstract Long getSize();

  /**
   * @return a name for the file, without a folder: the one that the storage gives, or the SID with an ending for the media type
   */
  public abstract String getFileName();

  @Override
  public String toString() {
    return "DownloadAttributes{mediaType=" + getMediaType() + ", size=" + getSize() + ", fileName=" + getFileName() + "}";
  }
}
