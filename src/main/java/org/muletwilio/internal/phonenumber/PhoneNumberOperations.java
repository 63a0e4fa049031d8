package org.muletwilio.internal.phonenumber;

import org.mule.runtime.api.exception.ErrorTypeRepository;
import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.values.OfValues;
import org.mule.runtime.extension.api.runtime.parameter.CorrelationInfo;
import org.mule.runtime.extension.api.runtime.streaming.PagingProvider;

import org.muletwilio.api.resource.IncomingPhoneNumber;
import org.muletwilio.internal.application.InboundParameters;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.OperationErrors;
import org.muletwilio.internal.operation.AnswerWords;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.PathParameters;
import org.muletwilio.internal.operation.SdkPagingProvider;

import javax.inject.Inject;

import com.twilio.rest.api.v2010.account.IncomingPhoneNumberDeleter;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberFetcher;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberReader;

/** Lists, buys, configures and releases the account's numbers. */
@Throws(OperationErrors.class)
public class PhoneNumberOperations {

  private static final String LIST = "twilio:list-incoming-phone-numbers";
  private static final String GET = "twilio:get-incoming-phone-number";
  private static final String BUY = "twilio:buy-incoming-phone-number";
  private static final String UPDATE = "twilio:update-incoming-phone-number";
  private static final String RELEASE = "twilio:release-incoming-phone-number";

  @Inject @jakarta.inject.Inject
  private ErrorTypeRepository errorTypes;

  /**
   * Lists the account's numbers.
   *
   * @param filter which ones
   * @return the numbers, fetched as they are read
   */
  @Alias("list-incoming-phone-numbers")
  @DisplayName("List Incoming Phone Numbers")
  @Summary("Lists the account's numbers, which are fetched page by page as they are read")
  public PagingProvider<TwilioConnection, IncomingPhoneNumber> listIncomingPhoneNumbers(
      @ParameterGroup(name = "Filter") IncomingPhoneNumberFilter filter) {
    return new SdkPagingProvider<>(errorTypes::lookupErrorType, new IncomingPhoneNumberReader(), filter.toAddress(LIST),
        number -> IncomingPhoneNumbers.toApi(number, AnswerWords.NONE));
  }

  /**
   * Gets a number of the account.
   *
   * @param connection the account
   * @param incomingPhoneNumberSid the number's SID, <code>PN…</code>
   * @return the number as it is now
   */
  @Alias("get-incoming-phone-number")
  @DisplayName("Get Incoming Phone Number")
  @Summary("Gets a number of the account with its settings")
  public IncomingPhoneNumber getIncomingPhoneNumber(@Connection TwilioConnection connection,
                                                    @DisplayName("Number SID") @Summary("The number's SID, PN…")
                                                    @Example("PNXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                                    @OfValues(IncomingPhoneNumberSids.class)
                                                    String incomingPhoneNumberSid) {
    return connection.call(new IncomingPhoneNumberFetcher(sid(GET, incomingPhoneNumberSid))::fetch,
        (number, answer) -> IncomingPhoneNumbers.toApi(number, AnswerWords.of(answer)));
  }

  /**
   * Buys a number, which costs money each month until it is released.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account
   * @param correlation is returned with the callbacks
   * @param purchase which number
   * @param inbound what happens to calls and messages
   * @param parameters the other settings
   * @return the number that was bought
   */
  @Alias("buy-incoming-phone-number")
  @DisplayName("Buy Incoming Phone Number")
  @Summary("Buys a number, or any number of an area code, and runs flows for its calls and messages. It costs money until it "
      + "is released")
  public IncomingPhoneNumber buyIncomingPhoneNumber(@Config CallbackEndpointProvider config,
                                                    @Connection TwilioConnection connection,
                                                    CorrelationInfo correlation,
                                                    @ParameterGroup(name = "Purchase") PurchaseParameters purchase,
                                                    @ParameterGroup(name = "Calls and messages") InboundParameters inbound,
                                                    @ParameterGroup(name = "Settings")
                                                    IncomingPhoneNumberParameters parameters) {
    FormRequest request = purchase.toRequest(BUY);
    parameters.addTo(BUY, request, inbound,
                     new CallbackUrls(BUY, config.getEndpoint(), correlation, inbound.getCallbackContext()));
    return connection.call(request.creating(IncomingPhoneNumbers::read));
  }

  /**
   * Changes the settings of a number of the account; what is not given stays as it is.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account
   * @param correlation is returned with the callbacks
   * @param incomingPhoneNumberSid the number's SID, <code>PN…</code>
   * @param inbound what happens to calls and messages
   * @param parameters the other settings
   * @return the number with its new settings
   */
  @Alias("update-incoming-phone-number")
  @DisplayName("Update Incoming Phone Number")
  @Summary("Changes what happens to a number's calls and messages; what is not given stays as it is")
  public IncomingPhoneNumber updateIncomingPhoneNumber(@Config CallbackEndpointProvider config,
                                                       @Connection TwilioConnection connection, CorrelationInfo correlation,
                                                       @DisplayName("Number SID") @Summary("The number's SID, PN…")
                                                       @Example("PNXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                                       @OfValues(IncomingPhoneNumberSids.class)
                                                       String incomingPhoneNumberSid,
                                                       @ParameterGroup(name = "Calls and messages") InboundParameters inbound,
                                                       @ParameterGroup(name = "Settings")
                                                       IncomingPhoneNumberParameters parameters) {
    FormRequest request = FormRequest.to("IncomingPhoneNumbers", sid(UPDATE, incomingPhoneNumberSid));
    parameters.addTo(UPDATE, request, inbound,
                     new CallbackUrls(UPDATE, config.getEndpoint(), correlation, inbound.getCallbackContext()));
    IncomingPhoneNumber updated = connection.call(request.creating(IncomingPhoneNumbers::read));
    if (inbound.hasSmsFlow()) {
      ServiceWarning.tell(UPDATE, connection, incomingPhoneNumberSid);
    }
    return updated;
  }

  /**
   * Gives a number back to Twilio: it costs nothing from then on, and Twilio may give it to somebody else.
   *
   * @param connection the account
   * @param incomingPhoneNumberSid the number's SID, <code>PN…</code>
   */
  @Alias("release-incoming-phone-number")
  @DisplayName("Release Incoming Phone Number")
  @Summary("Gives a number back to Twilio: it costs nothing from then on, and Twilio may give it to somebody else")
  public void releaseIncomingPhoneNumber(@Connection TwilioConnection connection,
                                         @DisplayName("Number SID") @Summary("The number's SID, PN…")
                                         @Example("PNXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                         @OfValues(IncomingPhoneNumberSids.class) String incomingPhoneNumberSid) {
    connection.call(new IncomingPhoneNumberDeleter(sid(RELEASE, incomingPhoneNumberSid))::delete);
  }

  private static String sid(String operation, String sid) {
    return PathParameters.sid(operation, "incomingPhoneNumberSid", "the number", sid, "PN");
  }
}
