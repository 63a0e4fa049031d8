package org.muletwilio.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.request.catalogue.Catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ParameterReaderTest {

  private final ParameterReader reader = new ParameterReader(new Catalogue().find("api.v2010", "Messages.create").orElseThrow());

  @Test
  void allThatIsWrongIsToldInTheOrderInWhichItWasGiven() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("Too", "+15005550006");
    parameters.put("ForceDelivery", "perhaps");
    reader.read(parameters);
    assertEquals("there is no parameter 'Too'. Did you mean 'To'?; 'ForceDelivery' is 'perhaps': it must be true or false; "
        + "parameter 'To' is missing", reader.describeProblems());
  }

  /** Parameters may be a payload that somebody else has sent. */
  @Test
  void ofVeryManyProblemsTheNumberIsTold() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (int i = 0; i < 100_000; i++) {
      parameters.put("unknown" + i, "x");
    }
    parameters.put("MediaUrl", Collections.nCopies(100_000, 7));
    reader.read(parameters);
    assertEquals(20, reader.getProblems().size());
    String text = reader.describeProblems();
    assertTrue(text.matches("there is no parameter 'unknown0'.*; and \\d{6} more") && text.length() < 4000, text);
  }
}
