package org.muletwilio.simulator.callback;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.testkit.tool.TwilioNode;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator's callbacks please the validator of Twilio's library for Node.js. Skipped where it isn't installed. */
class TwilioNodeValidatorTest {

  @Test
  void callbacksAndEventsAreValid(@TempDir Path folder) throws Exception {
    assumeTrue(TwilioNode.reasonAgainst().isEmpty(), () -> TwilioNode.reasonAgainst().orElseThrow());
    try (UserServer user = new UserServer(); TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1))
        .start()) {
      new MessageCreator(simulator.accountSid(), new PhoneNumber("+14155550100"), new PhoneNumber("+15005550006"),
          "It's \u00fc & sip:a@b = 1 + 1 ~ %20").setStatusCallback(URI.create(user.url("/status?x=%C3%BC&y=a%27b#rc=3&rp=5xx")))
          .create(SdkClient.of(simulator, simulator.accountSid(), TwilioSimulator.DEFAULT_AUTH_TOKEN));
      simulator.awaitCallbacks(sent -> sent.size() == 2, Duration.ofSeconds(10));
      simulator.sendEvent(user.url("/events?x=1"), "[{\"a\":\"\u00fc\"}]");
      List<Map<String, Object>> cases = new ArrayList<>();
      for (UserServer.Received received : user.received()) {
        Map<String, Object> each = new LinkedHashMap<>();
        each.put("token", TwilioSimulator.DEFAULT_AUTH_TOKEN);
        each.put("url", user.url(received.target()));
        each.put("signature", received.header("X-twilio-signature"));
        if (received.target().startsWith("/events")) {
          each.put("body", received.body());
        } else {
          Map<String, String> params = new LinkedHashMap<>();
          received.form().fields().forEach(field -> params.put(field.name(), field.value()));
          each.put("params", params);
        }
        cases.add(each);
      }
      List<TwilioNode.Answer> answers = TwilioNode.answers(folder, cases);
      for (int i = 0; i < cases.size(); i++) {
        assertTrue(answers.get(i).valid(), cases.get(i).toString());
      }
      assertTrue(cases.size() == 3, cases::toString);
    }
  }
}
