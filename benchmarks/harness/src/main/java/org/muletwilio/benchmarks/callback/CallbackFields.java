package org.muletwilio.benchmarks.callback;

import org.muletwilio.benchmarks.server.Account;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fields that Twilio sends. */
public enum CallbackFields {

  /** A message's status: 12 fields. */
  MESSAGE {

    @Override
    public Map<String, String> of(int number) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("ChannelPrefix", "whatsapp");
      fields.put("ApiVersion", "2010-04-01");
      fields.put("MessageStatus", "delivered");
      fields.put("SmsSid", sid("SM"));
      fields.put("SmsStatus", "delivered");
      fields.put("ChannelInstallSid", other("XE"));
      fields.put("To", "whatsapp:" + phone(number));
      fields.put("From", "whatsapp:+15005550006");
      fields.put("MessageSid", sid("SM"));
      fields.put("AccountSid", Account.SID);
      fields.put("MessagingServiceSid", other("MG"));
      fields.put("EventType", "DELIVERED");
      return fields;
    }
  },

  /** A call's status: 31 fields. */
  CALL {

    @Override
    public Map<String, String> of(int number) {
      Map<String, String> fields = new LinkedHashMap<>();
      String to = phone(number);
      fields.put("Called", to);
      place(fields, "To", "OAKLAND", "CA", "94601");
      place(fields, "Caller", "SAN FRANCISCO", "CA", "94105");
      place(fields, "Called", "OAKLAND", "CA", "94601");
      place(fields, "From", "SAN FRANCISCO", "CA", "94105");
      fields.put("Timestamp", "Mon, 05 Oct 2026 14:02:" + (10 + number % 50) + " +0000");
      fields.put("CallSid", sid("CA"));
      fields.put("To", to);
      fields.put("Caller", "+15005550006");
      fields.put("From", "+15005550006");
      fields.put("CallStatus", "completed");
      fields.put("Direction", "outbound-api");
      fields.put("SequenceNumber", "3");
      fields.put("CallbackSource", "call-progress-events");
      fields.put("AccountSid", Account.SID);
      fields.put("ApiVersion", "2010-04-01");
      fields.put("CallDuration", String.valueOf(1 + number % 300));
      fields.put("Duration", String.valueOf(1 + number % 300 / 60));
      fields.put("SipResponseCode", "200");
      return fields;
    }
  };

  /** What each callback has other digits for. */
  static final String SID_DIGITS = "00005eed00005eed";

  /** @return the fields of a message or call, which differ a little from number to number */
  public abstract Map<String, String> of(int number);

  private static void place(Map<String, String> fields, String whose, String city, String state, String zip) {
    fields.put(whose + "City", city);
    fields.put(whose + "State", state);
    fields.put(whose + "Zip", zip);
    fields.put(whose + "Country", "US");
  }

  private static String sid(String prefix) {
    return prefix + SID_DIGITS + "a1b2c3d4e5f60718";
  }

  private static String other(String prefix) {
    return prefix + "0123456789abcdef0123456789abcdef";
  }

  private static String phone(int number) {
    return "+1415" + (2_000_000 + number % 7_000_000);
  }
}
