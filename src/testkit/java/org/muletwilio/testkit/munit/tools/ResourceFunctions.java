package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.core.api.MuleContext;
import org.mule.runtime.extension.api.annotation.param.Optional;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import javax.inject.Inject;

/**
 * {@code MunitTools::getResourceAsString('answer.json')} and the like: files on the application's class path, queues and
 * messages.
 */
public class ResourceFunctions {

  @Inject
  private Storage storage;

  @Inject
  private MuleContext mule;

  public String getResourceAsString(String path, @Optional(defaultValue = "UTF-8") String encoding) {
    return new String(getResourceAsByteArray(path), Charset.forName(encoding));
  }

  public InputStream getResourceAsStream(String path) {
    return new ByteArrayInputStream(getResourceAsByteArray(path));
  }

  /** Bytes can be read again, as MUnit's stream can. */
  public Object getResourceAsReusableStream(String path) {
    return getResourceAsByteArray(path);
  }

  public byte[] getResourceAsByteArray(String path) {
    String name = path.startsWith("/") ? path.substring(1) : path;
    try (InputStream in = mule.getExecutionClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("Nothing on the class path is named " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int queueSize(@Optional(defaultValue = "default") String queueName) {
    return storage.queueSize(queueName);
  }

  /** A message, as the items of a list that a connector returns. */
  public Object createMessage(@Optional Object payload, @Optional Object mimeType, @Optional Object attributes,
                              @Optional Object attributeMimeType) {
    // With two arguments the second one is the attributes
    boolean attributesSecond = attributes == null && attributeMimeType == null && !(mimeType instanceof CharSequence);
    Object second = attributesSecond ? mimeType : attributes;
    Object type = attributesSecond ? null : mimeType;
    return Message.builder().payload(typed(payload, type)).attributes(typed(second, attributeMimeType)).build();
  }

  private static TypedValue<Object> typed(Object value, Object mimeType) {
    var type = DataType.builder().fromObject(value);
    if (mimeType != null) {
      type.mediaType(MediaType.parse(String.valueOf(mimeType)));
    }
    return new TypedValue<>(value, type.build());
  }
}
