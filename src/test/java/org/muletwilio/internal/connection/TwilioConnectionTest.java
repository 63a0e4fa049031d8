package org.muletwilio.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.connection.http.ApiAddress;
import org.muletwilio.internal.connection.http.BasicAuthorization;
import org.muletwilio.internal.connection.http.FakeHttp;
import org.muletwilio.internal.connection.http.FakeTimer;
import org.muletwilio.internal.connection.http.MuleHttpClient;
import org.muletwilio.internal.connection.http.RequestExecutor;
import org.muletwilio.internal.connection.http.RequestSender;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageFetcher;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SDK's creators over Mule's HTTP client. */
class TwilioConnectionTest {

  private static final String MESSAGE = "{\"sid\":\"SM1\",\"status\":\"queued\"}";

  private final FakeHttp http = new FakeHttp();

  @Test
  void theHostIsThatOfTheEdgeAndRegion() {
    http.answer(201, MESSAGE);
    connection("https://api.dublin.ie1.twilio.com").call(message()::create);
    assertEquals("https://api.dublin.ie1.twilio.com/2010-04-01/Accounts/AC1/Messages.json", http.requests().get(0).getUri()
        .toString());
  }

  @Test
  void theSameIsSentAndReadWhetherAThreadWaitsOrNot() throws Exception {
    http.answer(201, MESSAGE).answer(201, MESSAGE);
    TwilioConnection connection = connection(ApiAddress.TWILIO);
    Message waitedFor = connection.call(message()::create);
    Message other = connection.callAsync(request(), Message::fromJson).join();
    assertEquals(waitedFor, other);
    assertEquals(Message.Status.QUEUED, other.getStatus());
    assertEquals(2, http.requests().size());
    assertEquals(http.requests().get(0).getUri(), http.requests().get(1).getUri());
    assertEquals(http.requests().get(0).getHeaders().toString(), http.requests().get(1).getHeaders().toString());
    assertEquals(bodyOf(0), bodyOf(1));
    assertEquals("Body=a+b&From=%2B15005550006&To=%2B14155550123", String.join("&", sorted(bodyOf(1))));
  }

  @Test
  void aRefusalSaysWhatTwilioSaid() {
    http.answer(400, "{\"code\":21211,\"message\":\"Invalid 'To' Phone Number\",\"status\":400}");
    TwilioException failure = failureOf(connection(ApiAddress.TWILIO).callAsync(request(), Message::fromJson));
    assertEquals(TwilioError.INVALID_PHONE_NUMBER, failure.getType());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "", "null", "[]", "\"SM1\"", "42", "{\"sid\":\"SM1\"", "{}"})
  void anAnswerThatIsNotAMessageIsAnErrorThatSaysItMayHaveBeenMade(String body) {
    http.answer(201, body).answer(201, body);
    TwilioConnection connection = connection(ApiAddress.TWILIO);
    for (TwilioException failure : List.of(failureOf(connection.callAsync(request(), Message::fromJson)),
        assertThrows(TwilioException.class, () -> connection.call(message()::create)))) {
      assertEquals(TwilioError.UNKNOWN_OUTCOME, failure.getType());
      assertTrue(failure.getMessage().contains("HTTP 201") && failure.getMessage().contains("check before you do it again"),
          failure.getMessage());
      assertEquals(body.contains("{\"sid\""), failure.getMessage().contains("SM1 was made"), failure.getMessage());
    }
    assertEquals(2, http.requests().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "", "null", "{}", "[]"})
  void aListThatCanNotBeReadIsATypedErrorAndShowsNothingOfIt(String body) {
    http.answer(200, body + " secret");
    TwilioException failure = assertThrows(TwilioException.class,
        () -> connection(ApiAddress.TWILIO).call(Message.reader()::firstPage));
    assertEquals(TwilioError.SERVER_ERROR, failure.getType());
    assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"price_unit\":\"XBT\"", "\"price_unit\":{\"of\":[\"tomorrow\"]}", "\"date_created\":\"tomorrow\"",
      "\"date_sent\":17", "\"num_media\":{\"a\":[1,{}]}", "\"error_code\":\"none\"", "\"error_code\":[1]", "\"uri\":[]",
      "\"direction\":\"sideways\"", "\"direction\":7", "\"to\":{}", "\"subresource_uris\":\"none\"", "\"new\":{\"x\":1}"})
  void oneValueThatJavaDoesNotKnowLosesNothingElse(String field) {
    String body = "{\"sid\":\"SM1\"," + field + ",\"body\":\"Hello\",\"status\":\"queued\"}";
    http.answer(201, body).answer(200, body).answer(200, "{\"messages\":[" + body + "],\"uri\":\"/x\",\"page_size\":50}");
    TwilioConnection connection = connection(ApiAddress.TWILIO);
    for (Message message : List.of(connection.callAsync(request(), Message::fromJson).join(),
        connection.call(new MessageFetcher("SM1")::fetch), connection.call(Message.reader()::firstPage).getRecords().get(0))) {
      assertEquals("SM1", message.getSid());
      assertEquals("Hello", message.getBody());
      assertEquals(Message.Status.QUEUED, message.getStatus());
    }
  }

  @Test
  void whatTheSdkDoesNotKnowIsThereAsTwilioWroteIt() {
    http.answer(200, "{\"sid\":\"SM1\",\"status\":\"levitating\"}");
    assertEquals("levitating", connection(ApiAddress.TWILIO).<Message, String>call(new MessageFetcher("SM1")::fetch,
        (message, json) -> {
      assertNull(message.getStatus());
      return json.path("status").textValue();
    }));
  }

  @Test
  void whatTheSdkRefusesIsNotSent() {
    TwilioConnection connection = connection(ApiAddress.TWILIO);
    TwilioException failure =
        assertThrows(TwilioException.class, () -> connection.call(new MessageFetcher(null)::fetch));
    assertEquals(TwilioError.INVALID_REQUEST, failure.getType());
    assertEquals(List.of(), http.requests());
  }

  @Test
  void aDeleteIsDoneWithoutABody() {
    http.answer(204, "");
    Boolean done = connection(ApiAddress.TWILIO).call(Message.deleter("SM1")::delete);
    assertEquals(true, done);
  }

  /** What the creator of {@link #message} sends. */
  private static Request request() {
    Request request = new Request(HttpMethod.POST, "api", "/2010-04-01/Accounts/AC1/Messages.json");
    request.addPostParam("To", "+14155550123");
    request.addPostParam("From", "+15005550006");
    request.addPostParam("Body", "a b");
    return request;
  }

  private TwilioConnection connection(String baseUri) {
    FakeTimer timer = new FakeTimer();
    RequestExecutor executor = new RequestExecutor(Runnable::run, timer, timer::millis);
    RequestSender sender = new RequestSender(http, 1000, 1000, -1, executor);
    return new TwilioConnection("AC1", new MuleHttpClient(sender, ApiAddress.parse(baseUri),
                                                          new BasicAuthorization("AC1", "secret"), executor),
                                null, TolerantMapper.create(), ValidationRequest.ACCOUNT);
  }

  private static MessageCreator message() {
    return new MessageCreator(new PhoneNumber("+14155550123"), new PhoneNumber("+15005550006"), "a b");
  }

  private static TwilioException failureOf(CompletableFuture<?> answer) {
    return (TwilioException) assertThrows(CompletionException.class, answer::join).getCause();
  }

  private String bodyOf(int request) throws IOException {
    return new String(http.requests().get(request).getEntity().getContent().readAllBytes());
  }

  private static String[] sorted(String form) {
    String[] fields = form.split("&");
    java.util.Arrays.sort(fields);
    return fields;
  }
}
