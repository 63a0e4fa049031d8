package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.SdkValues.filled;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The words of an answer as Twilio wrote them, such as a new status: the SDK's enumerations don't know it and become null. The
 * answer is parsed for them only where a word is missing.
 */
public final class AnswerWords {

  /** For entries of a list, whose answer the SDK has taken apart. */
  public static final AnswerWords NONE = new AnswerWords(new byte[0], null, MissingNode.getInstance());

  private static final int LEAST_BYTES = 512;

  private final byte[] json;
  private final ObjectMapper mapper;
  private JsonNode parsed;

  private AnswerWords(byte[] json, ObjectMapper mapper, JsonNode parsed) {
    this.json = json;
    this.mapper = mapper;
    this.parsed = parsed;
  }

  /** @param answer the answer's JSON */
  public static AnswerWords of(JsonNode answer) {
    return new AnswerWords(new byte[0], null, answer);
  }

  /**
   * @param answer the answer's JSON, which is in memory
   * @param mapper reads it
   */
  public static AnswerWords of(InputStream answer, ObjectMapper mapper) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try {
      byte[] part = new byte[Math.max(answer.available(), LEAST_BYTES)];
      for (int read = answer.read(part); read >= 0; read = answer.read(part)) {
        json.write(part, 0, read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AnswerWords(json.toByteArray(), mapper, null);
  }

  /** @return the answer's JSON once more */
  public InputStream json() {
    return new ByteArrayInputStream(json);
  }

  /**
   * @param known the SDK's value, or null
   * @param field of the answer
   * @return the value's word, or what Twilio wrote in the field, or null
   */
  public String word(Object known, String field) {
    String word = filled(known);
    return word != null ? word : filled(parsed().path(field).textValue());
  }

  private JsonNode parsed() {
    try {
      if (parsed == null) {
        parsed = mapper.readTree(json);
      }
      return parsed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
