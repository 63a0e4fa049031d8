package org.muletwilio.simulator.call;

import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;

import java.util.Optional;
import java.util.Set;

/**
 * The settings of a call, apart from its instructions.
 *
 * @param fallback where instructions are fetched when the first URL fails
 * @param status receives the call's progress
 * @param record whether the call is recorded from its answer on
 * @param recording receives the status of that recording
 * @param machineDetection whether the call detects who answers
 * @param detected receives who answered; if set, the call doesn't wait for it
 */
public record CallSettings(Optional<CallbackTarget> fallback, Optional<CallbackTarget> status, boolean record,
    Optional<CallbackTarget> recording, boolean machineDetection, Optional<CallbackTarget> detected) {

  /** Reads the parameters of a new call. */
  public static CallSettings ofCall(Form form) {
    boolean async = form.first("AsyncAmd").map(Boolean::parseBoolean).orElse(false);
    return new CallSettings(CallbackTarget.of(form, "FallbackUrl", "FallbackMethod"),
                            CallbackTarget.withEvents(form, "StatusCallback", "completed"), isTrue(form, "Record"),
                            CallbackTarget.withEvents(form, "RecordingStatusCallback", "completed"),
                            form.filled("MachineDetection").isPresent(),
                            async ? CallbackTarget.withEvents(form, "AsyncAmdStatusCallback") : Optional.empty());
  }

  /** Reads the parameters of a new participant of a conference. */
  public static CallSettings ofParticipant(Form form) {
    return new CallSettings(Optional.empty(), CallbackTarget.withEvents(form, "StatusCallback", "completed"),
                            isTrue(form, "Record"), CallbackTarget.withEvents(form, "RecordingStatusCallback", "completed"),
                            form.filled("MachineDetection").isPresent(), CallbackTarget.withEvents(form, "AmdStatusCallback"));
  }

  /** The settings of a number's or application's calls. */
  public static CallSettings of(Resource owner) {
    Optional<CallbackTarget> status = CallbackTarget.of(owner, "status_callback", "status_callback_method")
        .map(target -> new CallbackTarget(target.url(), target.method(), Set.of("completed")));
    return new CallSettings(CallbackTarget.of(owner, "voice_fallback_url", "voice_fallback_method"), status, false,
                            Optional.empty(), false, Optional.empty());
  }

  private static boolean isTrue(Form form, String name) {
    return form.first(name).map(Boolean::parseBoolean).orElse(false);
  }
}
