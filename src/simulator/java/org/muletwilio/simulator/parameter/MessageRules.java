package org.muletwilio.simulator.parameter;

import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.resource.Form;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What the API checks before it accepts a message. */
public final class MessageRules {

  private static final int LONGEST_BODY = 1600;
  private static final Duration SOONEST = Duration.ofSeconds(300);
  private static final Duration LATEST = Duration.ofDays(35);

  private final UrlRules urls;

  public MessageRules(UrlRules urls) {
    this.urls = urls;
  }

  /** @throws ApiError if something is wrong or missing */
  public void check(Form form) {
    String to = form.filled("To").orElseThrow(() -> ApiError.invalid(21604, "A 'To' phone number is required."));
    Optional<String> from = form.filled("From");
    Optional<String> service = form.filled("MessagingServiceSid");
    if (from.isEmpty() && service.isEmpty()) {
      throw ApiError.invalid(21603, "A 'From' phone number is required.");
    }
    checkContent(form);
    form.filled("StatusCallback").filter(url -> !urls.accept(url)).ifPresent(url -> {
      throw ApiError.invalid(21609, "The 'StatusCallback' URL " + url + " is not a valid URL.");
    });
    checkSchedule(form, service);
    from.flatMap(MagicNumbers::messageSender).ifPresent(MessageRules::refuse);
    MagicNumbers.messageReceiver(to).ifPresent(MessageRules::refuse);
  }

  private static void refuse(ApiError error) {
    throw error;
  }

  private void checkContent(Form form) {
    Optional<String> body = form.filled("Body");
    if (body.isEmpty() && form.filled("MediaUrl").isEmpty() && form.filled("ContentSid").isEmpty()) {
      throw ApiError.invalid(21602, "Message body is required.");
    }
    if (body.isPresent() && body.get().length() > LONGEST_BODY) {
      throw ApiError.invalid(21617, "The concatenated message body exceeds the 1600 character limit.");
    }
    form.all("MediaUrl").stream().filter(url -> !urls.accept(url)).findFirst().ifPresent(url -> {
      throw ApiError.invalid(21620, "Invalid media URL(s).");
    });
  }

  private static void checkSchedule(Form form, Optional<String> service) {
    if (form.filled("ScheduleType").isEmpty() && form.filled("SendAt").isEmpty()) {
      return;
    }
    if (service.isEmpty()) {
      throw ApiError.invalid(35118, "MessagingServiceSid is required to schedule a message.");
    }
    if (!form.filled("ScheduleType").equals(Optional.of("fixed"))) {
      throw ApiError.invalid(35112, "ScheduleType must be 'fixed' to schedule a message.");
    }
    String sendAt = form.filled("SendAt").orElseThrow(() -> ApiError.invalid(35111, "SendAt is required to schedule a message."));
    Duration ahead = Duration.between(Instant.now(), instant(sendAt));
    if (ahead.compareTo(SOONEST.minusSeconds(1)) < 0 || ahead.compareTo(LATEST) > 0) {
      throw ApiError.invalid(35114, "SendAt time must be between 300 seconds and 35 days in the future.");
    }
  }

  private static Instant instant(String sendAt) {
    try {
      // The SDK leaves the zone out; such a time is UTC
      boolean zoned = sendAt.endsWith("Z") || sendAt.lastIndexOf('+') > 0 || sendAt.lastIndexOf('-') > sendAt.indexOf('T');
      return OffsetDateTime.parse(zoned ? sendAt : sendAt + "Z").toInstant();
    } catch (DateTimeParseException e) {
      throw ApiError.invalid(35113, "SendAt is not a date in ISO 8601: " + sendAt);
    }
  }
}
