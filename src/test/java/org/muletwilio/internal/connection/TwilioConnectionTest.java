package org.muletwilio.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.muletwilio.internal.connection.http.ApiAddress;
import org.muletwilio.internal.connection.http.BasicAuthorization;
import org.muletwilio.internal.connection.http.FakeHttp;
import org.muletwilio.internal.connection.http.FakeTime;
import org.muletwilio.internal.connection.http.MuleHttpClient;
import org.muletwilio.internal.connection.http.RequestSender;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.Test;

/** The SDK's creators over Mule's HTTP client. */
class TwilioConnectionTest {

  private static final String MESSAGE = "{\"sid\":\"SM1\",\"status\":\"queued\"}";

  private final FakeHttp http = new FakeHttp();

  @Test
  void theHostIsThatOfTheEdgeAndRegion() {
    http.answer(201, MESSAGE);
    connection("https://api.dublin.ie1.twilio.com").call(message()::create);
    assertEquals("https://api.dublin.ie1.twilio.com/2010-04-01/Accounts/AC1/Messages.json", http.requests().get(0).getUri().toString());
  }

  @Test
  void theSameIsSentAndReadWhetherAThreadWaitsOrNot() throws Exception {
    http.answer(201, MESSAGE).answer(201, MESSAGE);
    TwilioConnection connection = connection(ApiAddress.TWILIO);
    Message waitedFor = connection.call(message()::create);
    Message other = connection.callAsync(message()::create, Message::fromJson).join();
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
    TwilioException failure = failureOf(connection(ApiAddress.TWILIO).callAsync(message()::create, Message::fromJson));
    assertEquals(TwilioError.INVALID_PHONE_NUMBER, failure.getType());
  }

  @Test
  void anAnswerThatIsNoMessageIsAnError() {
    http.answer(201, "<html>");
    TwilioException failure = failureOf(connection(ApiAddress.TWILIO).callAsync(message()::create, Message::fromJson));
    assertEquals(TwilioError.SERVER_ERROR, failure.getType());
    assertEquals(1, http.requests().size());
  }

  private TwilioConnection connection(String baseUri) {
    RequestSender sender = new RequestSender(http, 1000, 1000, new FakeTime(), Runnable::run);
    return new TwilioConnection("AC1", new MuleHttpClient(sender, ApiAddress.parse(baseUri), new BasicAuthorization("AC1", "secret"),
                                                          true, Runnable::run), ValidationRequest.ACCOUNT);
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
