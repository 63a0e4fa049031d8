package org.muletwilio.simulator.message;

import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.PhoneNumbers;
import org.muletwilio.simulator.resource.Resource;

import java.net.URLConnection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters of callbacks about a message. */
public final class MessageFields {

  private MessageFields() {}

  /**
   * What tells of a message that came in.
   *
   * @param media content types by addresses
   */
  public static Form inbound(Resource message, Map<String, String> media) {
    String from = message.text("from");
    String to = message.text("to");
    Form fields = Form.of("AccountSid", message.accountSid(), "ApiVersion", message.text("api_version"))
        .plus(Form.of("MessageSid", message.sid(), "SmsSid", message.sid(), "SmsMessageSid", message.sid()))
        .plus(Form.of("SmsStatus", "received", "From", from, "To", to, "Body", message.text("body")))
        .with("MessagingServiceSid", text(message, "messaging_service_sid"))
        .plus(Form.of("NumSegments", message.text("num_segments"), "NumMedia", String.valueOf(media.size())))
        .plus(PhoneNumbers.place("From", from)).plus(PhoneNumbers.place("To", to));
    int number = 0;
    for (Map.Entry<String, String> file : media.entrySet()) {
      fields = fields.with("MediaUrl" + number, file.getKey()).with("MediaContentType" + number, file.getValue());
      number++;
    }
    return fields;
  }

  /** What an address promises by its ending. */
  public static String contentType(String url) {
    return Optional.ofNullable(URLConnection.guessContentTypeFromName(url)).orElse("application/octet-stream");
  }

  /** The parameters of a message's status callback. */
  static Form status(Resource message) {
    String status = message.status();
    return Form.of("AccountSid", message.accountSid(), "ApiVersion", message.text("api_version"))
        .with("MessageSid", message.sid())
        .with("SmsSid", message.sid())
        .with("MessageStatus", status)
        .with("SmsStatus", status)
        .with("From", message.text("from"))
        .with("To", message.text("to"))
        .with("MessagingServiceSid", text(message, "messaging_service_sid"))
        .with("ErrorCode", text(message, "error_code"))
        .with("RawDlrDoneDate", receipt(status))
        .plus(channel(message, status));
  }

  /** The data of an event about a message. */
  public static Map<String, Object> event(Resource message) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("accountSid", message.accountSid());
    data.put("messageSid", message.sid());
    data.put("messageStatus", message.status().toUpperCase(Locale.ROOT));
    data.put("from", message.text("from"));
    data.put("to", message.text("to"));
    text(message, "error_code").ifPresent(code -> data.put("errorCode", code));
    data.put("timestamp", Instant.now().toString());
    return data;
  }

  private static Optional<String> text(Resource message, String name) {
    return Optional.of(message.text(name)).filter(value -> !value.isEmpty());
  }

  private static Optional<String> receipt(String status) {
    boolean receipt = status.equals("delivered") || status.equals("undelivered");
    return receipt ? Optional.of(Dates.receipt(Instant.now())) : Optional.empty();
  }

  /** The parameters that WhatsApp and other channels add. */
  private static Form channel(Resource message, String status) {
    int colon = message.text("to").indexOf(':');
    if (colon < 0) {
      return Form.EMPTY;
    }
    Form fields = Form.of("ChannelPrefix", message.text("to").substring(0, colon),
                          "ChannelInstallSid", "XE" + message.accountSid().substring(2), "ChannelToAddress", message.text("to"));
    boolean event = status.equals("read") || status.equals("delivered");
    return event ? fields.with("EventType", status.toUpperCase(Locale.ROOT)) : fields;
  }
}
