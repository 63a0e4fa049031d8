package org.muletwilio.simulator.catalogue;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Sids;
import org.muletwilio.simulator.thread.SimulatorClock;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The codes of Verify: starts and checks verifications. A code is sent to nobody; it is {@code CustomCode}, or as many
 * of the digits 1234567890 as the service's {@code CodeLength} says, 6 by default.
 */
final class OneTimeCodes {

  static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final String HOST = "verify.twilio.com";
  private static final String VERIFICATIONS = "Verifications";
  private static final String DIGITS = "1234567890";
  private static final int USUAL_LENGTH = 6;
  private static final int MOST_ATTEMPTS = 5;
  private static final int INVALID_PARAMETER = 60200;
  private static final int MAX_CHECKS = 60202;
  private static final int MAX_SENDS = 60203;

  /** A verification that is in the store, and what must not be shown of it. */
  private static final class Pending {

    private final String code;
    private int sends;
    private int checks;

    Pending(String code) {
      this.code = code;
    }
  }

  private final GenericStore store;
  private final SimulatorClock clock;
  private final Map<String, Pending> pending = new HashMap<>();

  OneTimeCodes(GenericStore store, SimulatorClock clock) {
    this.store = store;
    this.clock = clock;
  }

  static boolean isStart(Endpoint endpoint) {
    return isCreate(endpoint) && endpoint.collection().equals(VERIFICATIONS);
  }

  static boolean isCheck(Endpoint endpoint) {
    return isCreate(endpoint) && endpoint.collection().equals("VerificationCheck");
  }

  /** Starts a verification, or sends the code again if one of the same recipient is pending. */
  synchronized ApiAnswer start(String place, Form form, Map<String, Object> created) {
    Optional<Map<String, Object>> old = find(place, "to", form.filled("To"));
    String key = place + "/" + old.orElse(created).get("sid");
    Pending one = old.isPresent() ? pending.get(key) : new Pending(form.filled("CustomCode").orElseGet(() -> code(place)));
    if (one.sends == MOST_ATTEMPTS) {
      return ApiAnswer.error(429, MAX_SENDS, "Max send attempts reached");
    }
    one.sends++;
    String channel = form.filled("Channel").orElse("");
    List<Object> attempts = new ArrayList<>(old.isPresent() ? (List<?>) old.get().get("send_code_attempts") : List.of());
    attempts.add(Map.of("time", clock.now().truncatedTo(ChronoUnit.SECONDS).toString(), "channel", channel,
                        "attempt_sid", Sids.next("VL")));
    if (old.isPresent()) {
      return ApiAnswer.json(201, store.update(key, old::get, Map.of("channel", channel, "send_code_attempts", attempts)));
    }
    created.putAll(Map.of("channel", channel, "status", "pending", "valid", false, "send_code_attempts", attempts));
    pending.put(key, one);
    clock.at(clock.now().plus(LIFETIME), () -> forget(key));
    return ApiAnswer.json(201, store.add(place, created));
  }

  /** Checks a code. A verification that is approved is gone, as one that has expired is. */
  synchronized ApiAnswer check(String place, String path, Form form, Map<String, Object> created) {
    Optional<String> sid = form.filled("VerificationSid");
    if (sid.isEmpty() && form.filled("To").isEmpty()) {
      throw ApiError.invalid(INVALID_PARAMETER, "Invalid parameter: To or VerificationSid is required");
    }
    String verifications = parent(place) + "/" + VERIFICATIONS;
    Map<String, Object> verification = find(verifications, sid.isPresent() ? "sid" : "to", sid.or(() -> form.filled("To")))
        .orElseThrow(() -> ApiError.notFound(path));
    String key = verifications + "/" + verification.get("sid");
    Pending one = pending.get(key);
    if (one.checks == MOST_ATTEMPTS) {
      return ApiAnswer.error(429, MAX_CHECKS, "Max check attempts reached");
    }
    one.checks++;
    boolean right = form.filled("Code").filter(one.code::equals).isPresent();
    for (String name : List.of("sid", "to", "channel", "date_created")) {
      created.put(name, verification.get(name));
    }
    created.put("status", right ? "approved" : "pending");
    created.put("valid", right);
    if (right) {
      forget(key);
    }
    return ApiAnswer.json(201, created);
  }

  private synchronized void forget(String key) {
    pending.remove(key);
    store.remove(key);
  }

  /** One that is pending: Twilio's update can cancel or approve it. */
  private Optional<Map<String, Object>> find(String place, String name, Optional<String> value) {
    return store.list(place).stream().filter(each -> value.filter(each.get(name)::equals).isPresent()
        && "pending".equals(each.get("status")) && pending.containsKey(place + "/" + each.get("sid"))).findFirst();
  }

  /** A service that was not made here has Twilio's usual length. */
  private String code(String place) {
    int length = store.find(parent(place)).map(service -> service.get("code_length")).filter(Number.class::isInstance)
        .map(value -> ((Number) value).intValue()).orElse(USUAL_LENGTH);
    return DIGITS.substring(0, Math.max(1, Math.min(DIGITS.length(), length)));
  }

  private static boolean isCreate(Endpoint endpoint) {
    return endpoint.host().equals(HOST) && endpoint.action().equals("create");
  }

  private static String parent(String place) {
    return place.substring(0, place.lastIndexOf('/'));
  }
}
