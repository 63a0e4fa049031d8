package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.SdkValues.filled;

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
  public static final AnswerWords NONE = of(MissingNode.getInstance());

  private final InputStream json;
  private final ObjectMapper mapper;
  private JsonNode parsed;

  private AnswerWords(InputStream json, ObjectMapper mapper, JsonNode parsed) {
    this.json = json;
    this.mapper = mapper;
    this.parsed = parsed;
  }

  /** @param answer the answer's JSON */
  public static AnswerWords of(JsonNode answer) {
    return new AnswerWords(null, null, answer);
  }

  /**
   * @param json the answer's JSON, which is in memory: it is read again from here where a word is missing
   * @param mapper reads it
   */
  public static AnswerWords of(InputStream json, ObjectMapper mapper) {
    json.mark(Integer.MAX_VALUE);
    return new AnswerWords(json, mapper, null);
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
        json.reset();
        parsed = mapper.readTree(json);
      }
      return parsed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
