package org.muletwilio.simulator.parameter;

import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.message.OptOuts;
import org.muletwilio.simulator.resource.Form;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the API checks before it accepts a message. */
public final class MessageRules {

  private static final int LONGEST_BODY = 1600;
  private static final int MOST_MEDIA = 10;
  private static final Duration SOONEST = Duration.ofSeconds(300);
  private static final Duration LATEST = Duration.ofDays(35);

  private final UrlRules urls;
  private final OptOuts optOuts;
  private final Supplier<Instant> now;

  /** @param now the date by which a message can be scheduled */
  public MessageRules(UrlRules urls, OptOuts optOuts, Supplier<Instant> now) {
    this.urls = urls;
    this.optOuts = optOuts;
    this.now = now;
  }

  /**
   * Checks a new message.
   *
   * @return when it is to be sent, if it is scheduled
   * @throws ApiError if something is wrong or missing
   */
  public Optional<Instant> check(Form form) {
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
    Optional<Instant> sendAt = schedule(form, service);
    from.flatMap(MagicNumbers::messageSender).ifPresent(MessageRules::refuse);
    MagicNumbers.messageReceiver(to).ifPresent(MessageRules::refuse);
    from.ifPresent(sender -> checkPair(sender, to));
    if (Stream.concat(from.stream(), service.stream()).anyMatch(sender -> optOuts.contains(to, sender))) {
      throw ApiError.invalid(21610, "Attempt to send to unsubscribed recipient: " + to + " has answered STOP.");
    }
    return sendAt;
  }

  private static void checkPair(String from, String to) {
    if (!channel(from).equals(channel(to))) {
      throw ApiError.invalid(21910, "Invalid From and To pair. From and To should be of the same channel.");
    }
    if (from.equals(to)) {
      throw ApiError.invalid(21266, "'To' and 'From' number cannot be the same: " + to);
    }
  }

  /** The channel of an address such as whatsapp:+14155550100, empty for SMS. */
  private static String channel(String address) {
    return address.substring(0, Math.max(0, address.indexOf(':')));
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
    if (form.all("MediaUrl").size() > MOST_MEDIA) {
      throw ApiError.invalid(21623, "Number of media files exceeds allowed limit.");
    }
    form.all("MediaUrl").stream().filter(url -> !urls.accept(url)).findFirst().ifPresent(url -> {
      throw ApiError.invalid(21620, "Invalid media URL(s).");
    });
  }

  private Optional<Instant> schedule(Form form, Optional<String> service) {
    if (form.filled("ScheduleType").isEmpty() && form.filled("SendAt").isEmpty()) {
      return Optional.empty();
    }
    if (service.isEmpty()) {
      throw ApiError.invalid(35118, "MessagingServiceSid is required to schedule a message.");
    }
    if (!form.filled("ScheduleType").equals(Optional.of("fixed"))) {
      throw ApiError.invalid(35112, "ScheduleType must be 'fixed' to schedule a message.");
    }
    String sendAt = form.filled("SendAt").orElseThrow(() -> ApiError.invalid(35111, "SendAt is required to schedule a message."));
    Instant date = instant(sendAt);
    Duration ahead = Duration.between(now.get(), date);
    if (ahead.compareTo(SOONEST.minusSeconds(1)) < 0 || ahead.compareTo(LATEST) > 0) {
      throw ApiError.invalid(35114, "SendAt time must be between 300 seconds and 35 days in the future.");
    }
    return Optional.of(date);
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
