package org.muletwilio.simulator.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.muletwilio.simulator.TwilioSimulator.DEFAULT_ACCOUNT_SID;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;

import java.time.Duration;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;

/** The API for messages, as the SDK sees it. */
abstract class MessageApiFixture {

  static final PhoneNumber TO = new PhoneNumber("+14155550100");
  static final PhoneNumber FROM = new PhoneNumber("+15005550006");
  static final String KEY = "SK" + "2".repeat(32);

  final TwilioSimulator simulator = TwilioSimulator.builder().apiKey(DEFAULT_ACCOUNT_SID, KEY, "secret")
      .account(DEFAULT_ACCOUNT_SID, TwilioSimulator.DEFAULT_AUTH_TOKEN).pace(Duration.ofMillis(1)).start();
  final TwilioRestClient client = SdkClient.of(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  static ApiException assertCode(int code, Executable executable) {
    ApiException error = assertThrows(ApiException.class, executable);
    assertEquals(code, error.getCode(), error::toString);
    return error;
  }
}
