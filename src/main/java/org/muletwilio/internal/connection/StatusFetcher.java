package org.muletwilio.internal.connection;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.reconciliation.AwaitedStatus;
import org.muletwilio.internal.callback.reconciliation.StatusSource;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.util.Optional;
import java.util.function.Supplier;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallFetcher;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageFetcher;

/** Fetches messages and calls, and tells of them as a callback would. */
final class StatusFetcher implements StatusSource {

  private final Supplier<TwilioConnection> connection;

  StatusFetcher(Supplier<TwilioConnection> connection) {
    this.connection = connection;
  }

  @Override
  public Optional<MultiMap<String, String>> fieldsOf(AwaitedStatus status) {
    try {
      return Optional.of(status.getKind() == CallbackKind.CALL_STATUS ? callFields(status) : messageFields(status));
    } catch (TwilioException e) {
      if (e.getType() == TwilioError.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private MultiMap<String, String> messageFields(AwaitedStatus status) {
    Message message = connection.get().call(new MessageFetcher(status.getAccountSid(), status.getSid())::fetch);
    MultiMap<String, String> fields = new MultiMap<>();
    put(fields, "MessageSid", message.getSid());
    put(fields, "SmsSid", message.getSid());
    put(fields, "AccountSid", message.getAccountSid());
    put(fields, "MessagingServiceSid", message.getMessagingServiceSid());
    put(fields, "From", message.getFrom());
    put(fields, "To", message.getTo());
    put(fields, "MessageStatus", message.getStatus());
    put(fields, "SmsStatus", message.getStatus());
    put(fields, "ErrorCode", message.getErrorCode());
    put(fields, "ApiVersion", message.getApiVersion());
    return fields;
  }

  private MultiMap<String, String> callFields(AwaitedStatus status) {
    Call call = connection.get().call(new CallFetcher(status.getAccountSid(), status.getSid())::fetch);
    MultiMap<String, String> fields = new MultiMap<>();
    put(fields, "CallSid", call.getSid());
    put(fields, "AccountSid", call.getAccountSid());
    put(fields, "ParentCallSid", call.getParentCallSid());
    put(fields, "From", call.getFrom());
    put(fields, "To", call.getTo());
    put(fields, "CallStatus", call.getStatus());
    put(fields, "Direction", call.getDirection());
    put(fields, "AnsweredBy", call.getAnsweredBy());
    put(fields, "CallDuration", call.getDuration());
    put(fields, "ApiVersion", call.getApiVersion());
    return fields;
  }

  private static void put(MultiMap<String, String> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
