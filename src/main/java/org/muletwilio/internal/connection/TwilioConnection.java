package org.muletwilio.internal.connection;

import static org.mule.runtime.api.connection.ConnectionValidationResult.failure;
import static org.mule.runtime.api.connection.ConnectionValidationResult.success;

import org.mule.runtime.api.connection.ConnectionValidationResult;

import org.muletwilio.internal.connection.http.ApiAddress;
import org.muletwilio.internal.connection.http.FileClient;
import org.muletwilio.internal.connection.http.HttpAnswer;
import org.muletwilio.internal.connection.http.MuleHttpClient;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.auth_strategy.NoAuthStrategy;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;

/** One account at Twilio. */
public final class TwilioConnection {

  /** The code with which Twilio tells test credentials that they are right but can't fetch this. */
  private static final int TEST_CREDENTIALS = 20008;
  private static final int ACCOUNT_NOT_ACTIVE = 20005;
  private static final int FORBIDDEN = 403;
  private static final byte[] NO_BYTES = {};

  private final String accountSid;
  private final MuleHttpClient http;
  private final FileClient files;
  private final ObjectMapper mapper;
  private final ValidationRequest validation;

  /**
   * @param files gets files
   * @param mapper reads Twilio's answers
   * @param validation tells whether credentials are right
   */
  TwilioConnection(String accountSid, MuleHttpClient http, FileClient files, ObjectMapper mapper, ValidationRequest validation) {
    this.accountSid = accountSid;
    this.http = http;
    this.files = files;
    this.mapper = mapper;
    this.validation = validation;
  }

  /**
   * @param request what to ask of Twilio, by one of the SDK's creators, fetchers …
   * @param <T> what Twilio answers
   * @return the answer
   * @throws TwilioException with the error's type and what Twilio said
   */
  public <T> T call(Function<TwilioRestClient, T> request) {
    AnswerRecorder recorder = new AnswerRecorder(http);
    return SdkAnswers.read(recorder::getMethod, recorder::getAnswer, () -> request.apply(clientOver(recorder)));
  }

  /**
   * As {@link #call}, for an answer of which some is read as Twilio wrote it: what the SDK doesn't know, such as a new status, is
   * null there.
   *
   * @param request what to ask of Twilio, by one of the SDK's creators, fetchers …
   * @param read makes of the SDK's value and the answer's JSON what the caller gets
   * @param <R> what the SDK makes of the answer
   * @param <T> what the caller gets
   */
  public <R, T> T call(Function<TwilioRestClient, R> request, BiFunction<R, JsonNode, T> read) {
    AnswerRecorder recorder = new AnswerRecorder(http);
    return SdkAnswers.read(recorder::getMethod, recorder::getAnswer, () -> {
      R value = request.apply(clientOver(recorder));
      return value == null ? null : read.apply(value, jsonOf(recorder.getAnswer()));
    });
  }

  /**
   * Sends a request for which no thread waits.
   *
   * @param request what to ask of Twilio
   * @param read makes a value of the answer's body, as the SDK would
   * @param <T> what the caller gets
   * @return the value, or a {@link TwilioException} with the error's type and what Twilio said; completed on a thread that may
   *         wait
   */
  public <T> CompletableFuture<T> callAsync(Request request, BiFunction<InputStream, ObjectMapper, T> read) {
    return http.sendAsync(request).thenApply(answer -> SdkAnswers.read(request::getMethod, () -> Optional.of(answer),
        () -> read.apply(new ByteArrayInputStream(answer.getBody()), mapper)));
  }

  /**
   * Sends a request that was made without the SDK's creators. The calling thread waits.
   *
   * @return the answer, which is a success
   * @throws TwilioException with the error's type and what Twilio said
   */
  public HttpAnswer send(Request request) {
    return http.send(request);
  }

  /**
   * As {@link #send}, but no thread waits for the answer.
   *
   * @return the answer, or a {@link TwilioException}; completed on a thread that may wait
   */
  public CompletableFuture<HttpAnswer> sendAsync(Request request) {
    return http.sendAsync(request);
  }

  /** @return the SID of the account */
  public String getAccountSid() {
    return accountSid;
  }

  /** @return what gets files */
  public FileClient getFiles() {
    return files;
  }

  /** @return what reads and writes Twilio's JSON */
  public ObjectMapper getMapper() {
    return mapper;
  }

  /** @return where the API is */
  public ApiAddress getApiAddress() {
    return http.getAddress();
  }

  private JsonNode jsonOf(Optional<HttpAnswer> answer) {
    try {
      return mapper.readTree(answer.map(HttpAnswer::getBody).orElse(NO_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TwilioRestClient clientOver(HttpClient sender) {
    return new TwilioRestClient.Builder(NoAuthStrategy.getInstance()).accountSid(accountSid).httpClient(sender)
        .objectMapper(mapper).build();
  }

  /** @return whether Twilio knows the account and its credentials; they need not be allowed everything */
  ConnectionValidationResult validate() {
    try {
      return call(twilio -> {
        validation.send(twilio);
        return success();
      });
    } catch (TwilioException e) {
      boolean known = e.hasCode(TEST_CREDENTIALS)
          || e.getType() == TwilioError.FORBIDDEN && e.hasStatus(FORBIDDEN) && !e.hasCode(ACCOUNT_NOT_ACTIVE);
      return known ? success() : failure(e.getMessage(), e);
    }
  }
}
