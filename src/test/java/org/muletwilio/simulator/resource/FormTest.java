package org.muletwilio.simulator.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Forms and their encoding. */
class FormTest {

  @Test
  void survivesItsEncoding() {
    Form form = Form.of("Body", "a+b & c=d %41 Grüße 😀", "Empty", "", "MediaUrl", "1", "MediaUrl", "2");
    assertEquals(form, Form.parse(form.encoded()));
    assertEquals(List.of("1", "2"), form.all("MediaUrl"));
    assertEquals(Optional.of(""), form.first("Empty"));
    assertEquals(Optional.empty(), form.filled("Empty"));
  }

  @Test
  void readsWhatOthersWrite() {
    assertEquals(Form.of("a", "1 2", "b", "", "", "x"), Form.parse("a=1+2&&b&=x"));
    assertThrows(IllegalArgumentException.class, () -> Form.parse("a=%zz"));
  }
}
