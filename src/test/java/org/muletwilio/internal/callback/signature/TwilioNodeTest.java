package org.muletwilio.internal.callback.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.trust.SigningKey;
import org.muletwilio.testkit.fuzz.RequestHash;
import org.muletwilio.testkit.tool.TwilioNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Twilio's library for Node.js signs is believed, in each spelling that it believes itself. Skipped where it isn't
 * installed.
 */
class TwilioNodeTest {

  private static final String TOKEN = "12345";
  private static final String OWN = "/twilio/callbacks/Twilio/call-status/a~20b/Tok_en-1?context=0-1~00order~004711.Mac-1_2";
  private static final String MEANINGFUL = "abz019 +&=%#?/:@'!*()~-_.,;$\u00fc\u65e5";

  @TempDir
  private Path folder;

  @BeforeAll
  static void isInstalled() {
    assumeTrue(TwilioNode.reasonAgainst().isEmpty(), () -> TwilioNode.reasonAgainst().orElseThrow());
  }

  @Test
  void whatItSignsFits() throws Exception {
    Random random = new Random();
    long seed = random.nextLong();
    random.setSeed(seed);
    List<Map<String, Object>> cases = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Map<String, List<String>> form = fields(random, random.nextInt(8));
      add(cases, bodies, encoded(form), Map.of("url", address(random), "params", form));
      UnaryOperator<String> sent = random.nextBoolean() ? each -> each : each -> each.replace("%20", "+");
      String get = address(random) + "&" + sent.apply(encoded(fields(random, 1 + random.nextInt(6))));
      add(cases, bodies, "", Map.of("url", get));
      add(cases, bodies, "", Map.of("url", get, "signedUrl", withoutPort(get)));
      add(cases, bodies, "", Map.of("url", get, "legacy", true));
      add(cases, bodies, "", Map.of("url", get, "signedUrl", withoutPort(get), "legacy", true));
    }
    List<TwilioNode.Answer> answers = TwilioNode.answers(folder, cases);
    for (int i = 0; i < cases.size(); i++) {
      String told = "seed " + seed + ": " + cases.get(i);
      assertTrue(answers.get(i).valid(), () -> "it does not believe itself, " + told);
      assertTrue(fits((String) cases.get(i).get("url"), Optional.empty(), bodies.get(i), answers.get(i).signature()), told);
    }
  }

  @Test
  void theJsonThatItSignsFits() throws Exception {
    List<Map<String, Object>> cases = new ArrayList<>();
    List<String> bodies = List.of("{}", "{\"a\":\"\u00fc\"}", "[1, 2]", " ");
    for (String body : bodies) {
      cases.add(Map.of("token", TOKEN, "url", "https://example.com" + OWN + "&bodySHA256=" + RequestHash.sha256(body),
          "body", body));
    }
    List<TwilioNode.Answer> answers = TwilioNode.answers(folder, cases);
    for (int i = 0; i < cases.size(); i++) {
      String url = (String) cases.get(i).get("url");
      assertTrue(answers.get(i).valid(), url);
      assertTrue(fits(url, Optional.of("application/json"), bodies.get(i), answers.get(i).signature()), bodies.get(i));
      assertEquals(false, fits(url, Optional.of("application/json"), bodies.get(i) + " ", answers.get(i).signature()));
    }
  }

  private static void add(List<Map<String, Object>> cases, List<String> bodies, String body, Map<String, Object> each) {
    Map<String, Object> complete = new HashMap<>(each);
    complete.put("token", TOKEN);
    cases.add(complete);
    bodies.add(body);
  }

  private static boolean fits(String url, Optional<String> contentType, String body, String signature) {
    return CallbackSignature.of(url, Set.of(), CallbackBody.of(contentType, body.getBytes(UTF_8)).orElseThrow(),
        new SignedFields())
        .fits(signature, List.of(SigningKey.authToken(TOKEN)));
  }

  private static String address(Random random) {
    return List.of("https://example.com", "https://example.com:8443", "http://example.com:8081").get(random.nextInt(3)) + OWN;
  }

  private static String withoutPort(String url) {
    return url.replaceFirst("(https?://[^:/]+):\\d+", "$1");
  }

  private static Map<String, List<String>> fields(Random random, int count) {
    Map<String, List<String>> fields = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      List<String> values = new ArrayList<>();
      for (int value = random.nextInt(6) == 0 ? 3 : 1; value > 0; value--) {
        values.add(text(random));
      }
      fields.put("N" + i + text(random), values);
    }
    return fields;
  }

  private static String text(Random random) {
    return random.ints(random.nextInt(10), 0, MEANINGFUL.length()).mapToObj(i -> "" + MEANINGFUL.charAt(i))
        .collect(Collectors.joining());
  }

  private static String encoded(Map<String, List<String>> fields) {
    return fields.entrySet().stream().flatMap(field -> field.getValue().stream()
        .map(value -> FormFields.encode(field.getKey()) + "=" + FormFields.encode(value))).collect(Collectors.joining("&"));
  }
}
