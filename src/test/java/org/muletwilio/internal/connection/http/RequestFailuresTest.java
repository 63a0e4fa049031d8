package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.error.TwilioError.CONNECTIVITY;
import static org.muletwilio.internal.error.TwilioError.SERVER_ERROR;
import static org.muletwilio.internal.error.TwilioError.TIMEOUT;
import static org.muletwilio.internal.error.TwilioError.UNKNOWN_OUTCOME;

import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether something may have been done, for each way in which a request can fail. */
class RequestFailuresTest {

  @ParameterizedTest
  @MethodSource("failures")
  void theTypeSaysWhetherSomethingMayHaveBeenDone(Throwable failure, TwilioError ofACreate, TwilioError ofARead) {
    TwilioException create = RequestFailures.toException(SenderFixture.request("POST"), false, failure);
    assertEquals(ofACreate, create.getType());
    assertEquals(ofACreate != CONNECTIVITY, create.getMessage().contains("it may have been done"), create.getMessage());
    assertEquals(ofACreate == CONNECTIVITY, create.getMessage().contains("nothing was sent"), create.getMessage());
    assertEquals(ofARead, RequestFailures.toException(SenderFixture.request("GET"), true, failure).getType());
    assertTrue(create.getMessage().contains("POST /x.json"), create.getMessage());
    assertFalse(create.getMessage().contains("secret"), create.getMessage());
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void theMessageSaysWhy(Throwable failure, String reason) {
    String message = RequestFailures.toException(SenderFixture.request("POST"), false, failure).getMessage();
    assertTrue(message.contains(reason), message);
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of(new UnknownHostException("x"), ": the host api.twilio.com is unknown"),
        Arguments.of(new IOException("failed", new UnresolvedAddressException()), ": the host api.twilio.com is unknown"),
        Arguments.of(new IOException("Remotely closed"), ": Remotely closed"),
        Arguments.of(new EOFException(), ": java.io.EOFException"));
  }

  @Test
  void aBrokenConnectionIsOneWhoseAnswerMayComeTheNextTime() {
    assertTrue(RequestFailures.isBrokenConnection(new IOException("Remotely closed")));
    assertTrue(RequestFailures.isBrokenConnection(UnreadAnswerException.cut(200, 3, 100, null)));
    assertFalse(RequestFailures.isBrokenConnection(UnreadAnswerException.tooLarge(200, 1)));
    assertFalse(RequestFailures.isBrokenConnection(new ConnectException("Connection refused")));
    assertFalse(RequestFailures.isBrokenConnection(new TimeoutException("no answer")));
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConnectException("Connection refused"), CONNECTIVITY, CONNECTIVITY),
        Arguments.of(new UnknownHostException("api.twilio.com"), CONNECTIVITY, CONNECTIVITY),
        Arguments.of(new IOException(new UnresolvedAddressException()), CONNECTIVITY, CONNECTIVITY),
        Arguments.of(new NoRouteToHostException(), CONNECTIVITY, CONNECTIVITY),
        Arguments.of(new SSLHandshakeException("untrusted"), CONNECTIVITY, CONNECTIVITY),
        Arguments.of(new SSLPeerUnverifiedException("another host"), CONNECTIVITY, CONNECTIVITY),
        Arguments.of(new SSLException("Unrecognized SSL message, plaintext connection?"), CONNECTIVITY, CONNECTIVITY),
        Arguments.of(new IOException(new ConnectException("Connect timeout")), CONNECTIVITY, CONNECTIVITY),
        Arguments.of(new NotSentException("no connection was free"), CONNECTIVITY, CONNECTIVITY),
        Arguments.of(new SSLException("Received fatal alert: bad_record_mac"), UNKNOWN_OUTCOME, CONNECTIVITY),
        Arguments.of(new IOException("Remotely closed"), UNKNOWN_OUTCOME, CONNECTIVITY),
        Arguments.of(new SocketException("Connection reset by peer"), UNKNOWN_OUTCOME, CONNECTIVITY),
        Arguments.of(new EOFException(), UNKNOWN_OUTCOME, CONNECTIVITY),
        Arguments.of(new IllegalStateException("a fault of the client"), UNKNOWN_OUTCOME, CONNECTIVITY),
        Arguments.of(UnreadAnswerException.cut(201, 3, 100, null), UNKNOWN_OUTCOME, CONNECTIVITY),
        Arguments.of(UnreadAnswerException.tooLarge(201, 1), UNKNOWN_OUTCOME, SERVER_ERROR),
        Arguments.of(new TimeoutException("Timeout exceeded"), TIMEOUT, TIMEOUT),
        Arguments.of(new InterruptedException(), UNKNOWN_OUTCOME, CONNECTIVITY));
  }
}
