package org.muletwilio.simulator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

/** Calls as the SDK places them, and a user's server that they ask. */
abstract class CallFixture {

  static final Duration LIMIT = Duration.ofSeconds(20);
  static final PhoneNumber TO = new PhoneNumber("+14155550100");
  static final PhoneNumber FROM = new PhoneNumber("+15005550006");
  static final String[] ALL_EVENTS = {"initiated", "ringing", "answered", "completed"};

  @AutoClose
  final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(2)).start();
  final TwilioRestClient client = SdkClient.of(simulator);
  @AutoClose
  final UserServer user = new UserServer();

  @BeforeEach
  void open() {
    answer("<Response><Say>Hello</Say></Response>");
  }

  CallCreator call(String target) {
    return new CallCreator(TO, FROM, url(target));
  }

  URI url(String target) {
    return URI.create(user.url(target));
  }

  void answer(String twiml) {
    user.replying(request -> UserServer.Reply.twiml(twiml));
  }

  void awaitEnd(String sid, String status) throws Exception {
    simulator.awaitCalls(calls -> calls.stream().anyMatch(call -> call.sid().equals(sid) && call.status().equals(status)), LIMIT);
  }

  List<CallbackAttempt> told(Callback.Kind kind, int count) throws Exception {
    return simulator.awaitCallbacks(sent -> sent.stream().filter(one -> one.kind() == kind).count() >= count, LIMIT).stream()
        .filter(one -> one.kind() == kind).toList();
  }

  static List<String> fields(List<CallbackAttempt> attempts, String name) {
    return attempts.stream().map(attempt -> attempt.field(name)).toList();
  }

  static void assertCode(int code, Executable executable) {
    assertEquals(code, assertThrows(ApiException.class, executable).getCode());
  }
}
