package org.muletwilio.internal.callback.content;

/** What a flow answers, as it is sent. Immutable. */
public final class AnswerBody {

  private final byte[] bytes;
  private final String contentType;

  AnswerBody(byte[] bytes, String contentType) {
    this.bytes = bytes;
    this.contentType = contentType;
  }

  public byte[] getBytes() {
    return bytes;
  }

  public String getContentType() {
    return contentType;
  }
}
