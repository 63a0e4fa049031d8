package org.muletwilio.simulator.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.http.CallbackUrl;
import org.muletwilio.simulator.resource.Form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.security.RequestValidator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator's signatures against the published ones and against the SDK's check. */
class SignatureTest {

  static Stream<Named<JsonNode>> vectors() throws IOException {
    JsonNode vectors = new ObjectMapper().readTree(SignatureTest.class.getResource("/signature-vectors.json"));
    return StreamSupport.stream(vectors.spliterator(), false)
        // A tampered body changes its hash, not the signature over the URL
        .filter(vector -> !vector.get("id").asText().equals("json-body-tampered"))
            .map(vector -> Named.of(vector.get("id").asText(), vector));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void makesThePublishedSignatures(JsonNode vector) {
    Set<String> signatures = new HashSet<>();
    for (String url : spellings(vector.get("url").asText())) {
      signatures.add(Signature.of(vector.get("token").asText(), url, form(vector.get("params"))));
    }
    assertEquals(vector.get("expectValid").asBoolean(), signatures.contains(vector.get("signature").asText()),
                 signatures::toString);
  }

  @Test
  void pleasesTheSdksValidator() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      Map<String, String> fields = new HashMap<>();
      Form form = Form.EMPTY;
      for (int i = random.nextInt(12); i >= 0; i--) {
        String name = text(random) + i;
        String value = text(random);
        fields.put(name, value);
        form = form.with(name, value);
      }
      String url = "https://example.com/" + round + "/path?x=%C3%BC&y=" + round;
      String signature = Signature.of("12345", url, form);
      assertTrue(new RequestValidator("12345").validate(url, fields, signature), () -> fields + " " + signature);
    }
  }

  private static String text(Random random) {
    return random.ints(random.nextInt(8), 0x20, 0x17f).mapToObj(Character::toString).reduce("", String::concat);
  }

  /** The URL as given, and as a part of Twilio would sign it: with and without userinfo, with and without the port. */
  private static List<String> spellings(String url) {
    List<String> spellings = new ArrayList<>(List.of(url));
    CallbackUrl parsed = CallbackUrl.parse(url);
    for (String user : List.of("", parsed.userinfo().map(value -> value + "@").orElse(""))) {
      for (String port : List.of("", ":" + parsed.effectivePort())) {
        spellings.add(parsed.scheme() + "://" + user + parsed.host() + port + parsed.rest());
      }
    }
    spellings.add(parsed.signed(false));
    spellings.add(parsed.signed(true));
    return spellings;
  }

  private static Form form(JsonNode params) {
    Form form = Form.EMPTY;
    for (JsonNode pair : params) {
      form = form.with(pair.get(0).asText(), pair.get(1).asText());
    }
    return form;
  }
}
