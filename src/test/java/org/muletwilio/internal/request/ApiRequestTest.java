package org.muletwilio.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.Catalogue;
import org.muletwilio.testkit.catalogue.SdkRequests;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.Request;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import org.junit.jupiter.api.Test;

/** Requests by the catalogue, held against those that the SDK's own classes make of the same values. */
class ApiRequestTest {

  private final Catalogue catalogue = new Catalogue();
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void eachIsTheOneThatTheSdkMakes() {
    List<String> different = new ArrayList<>();
    SdkRequests.all().forEach(sample -> {
      ApiOperation operation = catalogue.find(sample.api(), sample.operation()).orElseThrow();
      ParameterReader reader = new ParameterReader(operation);
      Map<String, Object> given = new LinkedHashMap<>(sample.parameters());
      given.remove(ApiOperation.ACCOUNT_SID, sample.accountSid());
      given.replaceAll((name, value) -> value instanceof PhoneNumber || value instanceof Twiml ? value.toString() : value);
      Map<String, Object> values = reader.read(given);
      // the SDK takes any text for an encoding
      List<String> problems = reader.getProblems().stream().filter(each -> !operation.isJson() || !each.endsWith("is missing"))
          .filter(each -> !each.startsWith("'Accept-Encoding' is 'sample'")).toList();
      Request request = new ApiRequest(operation, sample.accountSid(), json).of(values);
      if (!problems.isEmpty() || !describe(sample.request()).equals(describe(request))) {
        different.add(sample.api() + " " + sample.operation() + "\n  " + problems + "\n  SDK " + describe(sample.request())
            + "\n  own " + describe(request));
      }
    });
    assertTrue(different.isEmpty(), different.size() + " differ:\n" + String.join("\n", different));
  }

  /** The SDK's own requests leave it out without a word. */
  @Test
  void theTextNullIsATextLikeAnyOther() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("To", "+15551234567");
    values.put("Body", "null");
    values.put("MediaUrl", List.of("null", "https://example.com/a.png"));
    Request create = new ApiRequest(catalogue.find("api.v2010", "Messages.create").orElseThrow(), "AC1", json).of(values);
    assertEquals(List.of("null"), create.getPostParams().get("Body"));
    assertEquals(List.of("null", "https://example.com/a.png"), create.getPostParams().get("MediaUrl"));
    Request list = new ApiRequest(catalogue.find("api.v2010", "Messages.list").orElseThrow(), "AC1", json)
        .of(Map.of("To", "null"));
    assertEquals(List.of("null"), list.getQueryParams().get("To"));
  }

  /** What a caller writes in a dozen characters must not fill the memory. */
  @Test
  void aNumberOfAMillionDigitsIsRefused() {
    ParameterReader reader = new ParameterReader(catalogue.find("api.v2010", "Messages.create").orElseThrow());
    reader.read(Map.of("To", "+15551234567", "ValidityPeriod", new BigDecimal("1E+999999999"), "Body",
                       new BigDecimal("1E+999999999")));
    assertEquals(List.of("'ValidityPeriod' is '1E+999999999': it must be a whole number"), reader.getProblems());
  }

  /** The SDK writes a date and time without its zone, which Twilio takes as UTC. */
  private static String describe(Request request) {
    return request.getMethod() + " " + request.getUrl().replace("~", "%7E").replace("+", "%2B") + " "
        + (request.getQueryParams() + " " + request.getPostParams()).replaceAll("(T\\d\\d:\\d\\d:\\d\\d)Z", "$1") + " "
        + request.getHeaderParams();
  }
}
