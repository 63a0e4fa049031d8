package org.muletwilio.testkit.catalogue;

import java.util.Map;
import java.util.stream.Stream;

import com.twilio.http.Request;

/** The requests of the SDK, one for each of its operations, as an oracle for others that make such requests. */
public final class SdkRequests {

  private SdkRequests() {}

  /** @return each operation with values for all parameters but those of JSON bodies */
  public static Stream<Sample> all() {
    TypeNotation types = new TypeNotation();
    OperationReader reader = new OperationReader(types);
    return SdkClasses.operations().stream().map(type -> {
      SdkOperation operation = reader.read(type);
      SampleRequest sample = reader.sample(type);
      return new Sample(OperationNames.apiOf(operation), OperationNames.of(operation), RecordingClient.ACCOUNT,
                        sample.parameters(), sample.request());
    });
  }

  /**
   * An operation and what the SDK sends for it.
   *
   * @param api the API with its version
   * @param operation the operation's name
   * @param accountSid what stands for the account's SID
   * @param parameters the values that the SDK was given, by Twilio's names
   * @param request what it sends
   */
  public record Sample(String api, String operation, String accountSid, Map<String, Object> parameters, Request request) {}
}
