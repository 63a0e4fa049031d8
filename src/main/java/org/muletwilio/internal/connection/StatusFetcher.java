package org.muletwilio.internal.connection;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.pending.AwaitedStatus;
import org.muletwilio.internal.callback.reconciliation.FetchedStatus;
import org.muletwilio.internal.callback.reconciliation.StatusSource;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallFetcher;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageFetcher;

/** Fetches messages and calls, and reports them with the fields that a callback has. */
final class StatusFetcher implements StatusSource {

  private final TwilioConnection connection;

  /** @param connection the account's, for all look-ups: each connection has an access token of its own */
  StatusFetcher(TwilioConnection connection) {
    this.connection = connection;
  }

  @Override
  public Optional<FetchedStatus> fetch(AwaitedStatus status) {
    try {
      return Optional.of(status.getKind() == CallbackKind.CALL_STATUS ? fetchCall(status) : fetchMessage(status));
    } catch (TwilioException e) {
      if (e.getType() == TwilioError.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private FetchedStatus fetchMessage(AwaitedStatus status) {
    return connection.call(new MessageFetcher(status.getAccountSid(), status.getSid())::fetch, StatusFetcher::ofMessage);
  }

  private FetchedStatus fetchCall(AwaitedStatus status) {
    return connection.call(new CallFetcher(status.getAccountSid(), status.getSid())::fetch, StatusFetcher::ofCall);
  }

  private static FetchedStatus ofMessage(Message message, JsonNode json) {
    MultiMap<String, String> fields = new MultiMap<>();
    put(fields, "MessageSid", message.getSid());
    put(fields, "SmsSid", message.getSid());
    put(fields, "AccountSid", message.getAccountSid());
    put(fields, "MessagingServiceSid", message.getMessagingServiceSid());
    put(fields, "From", message.getFrom());
    put(fields, "To", message.getTo());
    put(fields, "MessageStatus", statusIn(json));
    put(fields, "SmsStatus", statusIn(json));
    put(fields, "ErrorCode", message.getErrorCode());
    put(fields, "ApiVersion", message.getApiVersion());
    return new FetchedStatus(fields, millis(message.getDateSent()));
  }

  private static FetchedStatus ofCall(Call call, JsonNode json) {
    MultiMap<String, String> fields = new MultiMap<>();
    put(fields, "CallSid", call.getSid());
    put(fields, "AccountSid", call.getAccountSid());
    put(fields, "ParentCallSid", call.getParentCallSid());
    put(fields, "From", call.getFrom());
    put(fields, "To", call.getTo());
    put(fields, "CallStatus", statusIn(json));
    put(fields, "Direction", call.getDirection());
    put(fields, "AnsweredBy", call.getAnsweredBy());
    put(fields, "CallDuration", call.getDuration());
    put(fields, "ApiVersion", call.getApiVersion());
    return new FetchedStatus(fields, millis(call.getStartTime()));
  }

  /** As Twilio writes it: the SDK knows no status that is new. */
  private static String statusIn(JsonNode json) {
    return json.path("status").asText(null);
  }

  private static OptionalLong millis(ZonedDateTime time) {
    return time == null ? OptionalLong.empty() : OptionalLong.of(time.toInstant().toEpochMilli());
  }

  private static void put(MultiMap<String, String> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
