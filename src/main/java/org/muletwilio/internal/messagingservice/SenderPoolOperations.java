package org.muletwilio.internal.messagingservice;

import org.mule.runtime.api.exception.ErrorTypeRepository;
import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.values.OfValues;
import org.mule.runtime.extension.api.runtime.streaming.PagingProvider;

import org.muletwilio.api.resource.MessagingServiceNumber;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.OperationErrors;
import org.muletwilio.internal.message.MessagingServiceSids;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.ListAddress;
import org.muletwilio.internal.operation.PathParameters;
import org.muletwilio.internal.operation.SdkPagingProvider;
import org.muletwilio.internal.phonenumber.IncomingPhoneNumberSids;

import javax.inject.Inject;

import com.twilio.rest.Domains;
import com.twilio.rest.messaging.v1.service.PhoneNumberDeleter;
import com.twilio.rest.messaging.v1.service.PhoneNumberReader;

/** The sender pool of a messaging service: which numbers send its messages, and whose incoming messages it takes. */
@Throws(OperationErrors.class)
public class SenderPoolOperations {

  private static final String ADD = "twilio:add-messaging-service-number";
  private static final String LIST = "twilio:list-messaging-service-numbers";
  private static final String REMOVE = "twilio:remove-messaging-service-number";

  @Inject @jakarta.inject.Inject
  private ErrorTypeRepository errorTypes;

  /**
   * Adds a number of the account to a messaging service, which takes the number's incoming messages from then on.
   *
   * @param connection the account
   * @param messagingServiceSid the service's SID, <code>MG…</code>
   * @param incomingPhoneNumberSid the number's SID, <code>PN…</code>
   * @return the number in the service
   */
  @DisplayName("Add Messaging Service Number")
  @Summary("Adds a number of the account to a messaging service, which takes the number's incoming messages from then on")
  public MessagingServiceNumber addMessagingServiceNumber(@Connection TwilioConnection connection,
                                                          @DisplayName("Messaging service SID") @Summary("The service's SID, MG…")
                                                          @Example("MGXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                                          @OfValues(MessagingServiceSids.class) String messagingServiceSid,
                                                          @DisplayName("Number SID") @Summary("The number's SID, PN…")
                                                          @Example("PNXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                                          @OfValues(IncomingPhoneNumberSids.class)
                                                          String incomingPhoneNumberSid) {
    return connection.call(FormRequest
        .to(Domains.MESSAGING, "v1", "Services", MessagingServiceOperations.sid(ADD, messagingServiceSid), "PhoneNumbers")
        .with("PhoneNumberSid", numberSid(ADD, incomingPhoneNumberSid)).creating(MessagingServices::readNumber));
  }

  /**
   * Lists the numbers of a messaging service.
   *
   * @param messagingServiceSid the service's SID, <code>MG…</code>
   * @param pageSize how many numbers one request fetches, 1 to 1000
   * @return the numbers, fetched as they are read
   */
  @DisplayName("List Messaging Service Numbers")
  @Summary("Lists the numbers of a messaging service, which are fetched page by page as they are read")
  public PagingProvider<TwilioConnection, MessagingServiceNumber> listMessagingServiceNumbers(
      @DisplayName("Messaging service SID") @Summary("The service's SID, MG…") @Example("MGXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
      @OfValues(MessagingServiceSids.class) String messagingServiceSid,
      @Optional(defaultValue = "50") @DisplayName("Page size")
      @Summary("How many numbers one request fetches, 1 to 1000. Default: 50") @Example("50") Integer pageSize) {
    String service = MessagingServiceOperations.sid(LIST, messagingServiceSid);
    return new SdkPagingProvider<>(errorTypes::lookupErrorType, new PhoneNumberReader(service),
        ListAddress.of(LIST, Domains.MESSAGING, "v1", "Services", service, "PhoneNumbers").pageSize(pageSize),
        MessagingServices::toNumber);
  }

  /**
   * Takes a number out of a messaging service; the number stays with the account, and its own URL takes its messages again.
   *
   * @param connection the account
   * @param messagingServiceSid the service's SID, <code>MG…</code>
   * @param incomingPhoneNumberSid the number's SID, <code>PN…</code>
   */
  @DisplayName("Remove Messaging Service Number")
  @Summary("Takes a number out of a messaging service; the number stays with the account, and its own URL takes its messages "
      + "again")
  public void removeMessagingServiceNumber(@Connection TwilioConnection connection,
                                           @DisplayName("Messaging service SID") @Summary("The service's SID, MG…")
                                           @Example("MGXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                           @OfValues(MessagingServiceSids.class) String messagingServiceSid,
                                           @DisplayName("Number SID") @Summary("The number's SID, PN…")
                                           @Example("PNXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                           @OfValues(IncomingPhoneNumberSids.class) String incomingPhoneNumberSid) {
    connection.call(new PhoneNumberDeleter(MessagingServiceOperations.sid(REMOVE, messagingServiceSid),
                                           numberSid(REMOVE, incomingPhoneNumberSid))::delete);
  }

  private static String numberSid(String operation, String sid) {
    return PathParameters.sid(operation, "incomingPhoneNumberSid", "the number", sid, "PN");
  }
}
