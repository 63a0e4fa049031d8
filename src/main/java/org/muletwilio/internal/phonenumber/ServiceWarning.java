package org.muletwilio.internal.phonenumber;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.source.resource.MessagingServicePool;

/** Warns where the SMS address of a number has no effect, since the number is in a messaging service. */
final class ServiceWarning {

  private static final SafeLogger LOGGER = SafeLogger.of(ServiceWarning.class);

  private ServiceWarning() {}

  /**
   * @param operation the operation's name in XML
   * @param connection the account; where it can't be asked, nothing is told
   * @param numberSid a number whose SMS address was set
   */
  static void tell(String operation, TwilioConnection connection, String numberSid) {
    try {
      MessagingServicePool.ofNumbers().winnerOver(connection, numberSid).ifPresent(winner -> LOGGER
          .warn("{}: the SMS flow or URL of number {} has no effect: {}", operation, numberSid, winner));
    } catch (TwilioException e) {
      LOGGER.debug("{}: it is not known whether number {} is in a messaging service", operation, numberSid, e);
    }
  }
}
