package org.muletwilio.functional.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code http:listener} as Studio writes it. */
class HttpListenerTest extends HttpListenerApplication {

  @Test
  void aRequestRunsTheFlowAndTheFlowsEndIsTheResponse() throws Exception {
    HttpResponse<String> response = send("POST", "/api/orders/47%2011?q=a%26b&q=c", "{\"to\": \"+15551234567\"}",
                                         "Content-Type", "application/json", "X-Agent", "test");
    assertEquals(201, response.statusCode());
    assertEquals("{\"order\":\"47 11\",\"to\":\"+15551234567\",\"q\":\"a&b\",\"all\":[\"a&b\",\"c\"],\"ua\":\"test\","
        + "\"method\":\"POST\",\"path\":\"/api/orders/47 11\",\"listener\":\"/api/orders/{id}\",\"query\":\"q=a%26b&q=c\"}",
                 response.body().replaceAll("\\s*\\n\\s*", "").replace("\": ", "\":"));
    assertEquals("application/json", response.headers().firstValue("Content-Type").orElse("").split(";")[0]);
    assertEquals("47 11", response.headers().firstValue("X-Order").orElse(""));
    assertEquals("47 11-2", response.headers().firstValue("X-Twice").orElse(""));
  }

  @Test
  void aFormIsReadAsOne() throws Exception {
    HttpResponse<String> response = send("POST", "/api/form", "From=%2B15551234567&Body=a+b%C3%A9",
                                         "Content-Type", "application/x-www-form-urlencoded");
    assertEquals("+15551234567: a bé", response.body());
    assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
  }

  /** As in Mule: an expression's output has the format of its input, and a text is not a form. */
  @Test
  void anExpressionOnAFormThatIsNoObjectNeedsAnOutput() throws Exception {
    String message = send("POST", "/api/form-again", "From=a", "Content-Type", "application/x-www-form-urlencoded").body();
    assertTrue(message.contains("written as application/x-www-form-urlencoded, as the input is"), message);
    assertEquals(message.indexOf("payload.From"), message.lastIndexOf("payload.From"), message);
  }

  @Test
  void aMediaTypeOfThePayloadIsThatOfTheResponse() throws Exception {
    HttpResponse<String> response = send("GET", "/api/twiml", "");
    assertEquals("<Response/>", response.body());
    assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/xml"));
  }

  @ParameterizedTest
  @CsvSource({"GET, /api/orders/1, 405", "GET, /api/none, 404", "GET, /orders/1, 404", "PUT, /api/orders/1, 201",
      "GET, /api/object, 500", "GET, /api/any/a/b, 200", "GET, /api/fails, 422", "GET, /api/fails-plainly, 500"})
  void eachRequestIsAnswered(String method, String path, int status) throws Exception {
    assertEquals(status, send(method, path, "{}", "Content-Type", "application/json").statusCode());
  }

  @Test
  void aFlowThatFailsIsAnsweredByTheErrorResponse() throws Exception {
    HttpResponse<String> response = send("GET", "/api/fails", "");
    assertEquals("{\"error\":\"No \\\"to\\\"\"}", response.body().replaceAll("\\s*\\n\\s*", "").replace("\": ", "\":"));
    assertEquals("7", response.headers().firstValue("Retry-After").orElse(""));
    assertEquals("It broke", send("GET", "/api/fails-plainly", "").body());
  }
}
