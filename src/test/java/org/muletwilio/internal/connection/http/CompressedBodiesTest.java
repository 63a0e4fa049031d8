package org.muletwilio.internal.connection.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.callback.codec.Gzip;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

import com.twilio.constant.EnumConstants;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers and requests in gzip, among them answers that are meant to fill the memory. */
@Timeout(30)
class CompressedBodiesTest {

  private static final String TEXT = "{\"sid\":\"SM1\"}";

  private final FakeTimer timer = new FakeTimer();
  private final FakeHttp http = new FakeHttp();
  private final RequestExecutor executor = new RequestExecutor(Runnable::run, timer, timer::millis);
  private final RequestSender sender = new RequestSender(http, 1000, 30_000, -1, executor);

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", " x-gzip "})
  void anAnswerIsDecoded(String coding) {
    http.answer(200, new ByteArrayInputStream(Gzip.encode(TEXT.getBytes(UTF_8))), "Content-Encoding", coding);
    assertEquals(TEXT, new String(send(HttpMethod.GET).getBody(), UTF_8));
  }

  /** HTTP clients of other versions of Mule decode by themselves. */
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity"})
  void anAnswerThatIsDecodedAlreadyIsTakenAsItIs(String coding) {
    http.answer(200, TEXT, "Content-Encoding", coding);
    assertEquals(TEXT, new String(send(HttpMethod.GET).getBody(), UTF_8));
  }

  @Test
  void anErrorIsDecodedToo() {
    byte[] error = "{\"code\":21211,\"message\":\"no number\"}".getBytes(UTF_8);
    http.answer(400, new ByteArrayInputStream(Gzip.encode(error)), "Content-Encoding", "gzip");
    assertEquals(TwilioError.INVALID_PHONE_NUMBER, failure(HttpMethod.POST).getType());
  }

  /** A hundred megabytes in a hundred kilobytes. */
  @Test
  void aBombIsGivenUp() {
    byte[] bomb = Gzip.encode(new byte[100 << 20]);
    http.answer(200, new ByteArrayInputStream(bomb), "Content-Encoding", "gzip");
    TwilioException failure = failure(HttpMethod.GET);
    assertEquals(TwilioError.SERVER_ERROR, failure.getType());
    assertTrue(failure.getMessage().contains("is larger than 16777216 bytes"), failure.getMessage());
    http.answer(500, new ByteArrayInputStream(bomb), "Content-Encoding", "gzip");
    assertEquals(TwilioError.SERVER_ERROR, failure(HttpMethod.POST).getType());
  }

  @Test
  void whatCannotBeDecodedMayHaveBeenDone() {
    byte[] encoded = Gzip.encode(TEXT.getBytes(UTF_8));
    http.answer(201, new ByteArrayInputStream(Arrays.copyOf(encoded, encoded.length - 9)), "Content-Encoding", "gzip");
    TwilioException failure = failure(HttpMethod.POST);
    assertEquals(TwilioError.UNKNOWN_OUTCOME, failure.getType());
    assertTrue(failure.getMessage().contains("its answer (HTTP 201) can't be decoded as 'gzip'"), failure.getMessage());
    http.answer(201, TEXT, "Content-Encoding", "br");
    assertEquals(TwilioError.UNKNOWN_OUTCOME, failure(HttpMethod.POST).getType());
    http.answer(404, TEXT, "Content-Encoding", "br");
    assertEquals(TwilioError.NOT_FOUND, failure(HttpMethod.POST).getType());
  }

  @Test
  void aRequestThatSaysSoIsCompressed() throws IOException {
    http.answer(201, "{}");
    Request request = request(HttpMethod.POST);
    request.addHeaderParam("Content-Encoding", "gzip");
    request.setContentType(EnumConstants.ContentType.JSON);
    request.setBody(TEXT);
    client().send(request);
    byte[] sent = http.requests().get(0).getEntity().getContent().readAllBytes();
    assertArrayEquals(TEXT.getBytes(UTF_8), Gzip.decode(sent, TEXT.length()).orElseThrow());
    assertEquals("gzip", http.requests().get(0).getHeaderValue("content-encoding"));
  }

  private HttpAnswer send(HttpMethod method) {
    return client().send(request(method));
  }

  private TwilioException failure(HttpMethod method) {
    return assertThrows(TwilioException.class, () -> send(method));
  }

  private MuleHttpClient client() {
    return new MuleHttpClient(sender, ApiAddress.parse(ApiAddress.TWILIO), new BasicAuthorization("AC1", "secret"), executor);
  }

  private static Request request(HttpMethod method) {
    return new Request(method, "https://memory.twilio.com/v1/Stores/mem_store_1/Profiles/mem_profile_1/Observations");
  }
}
