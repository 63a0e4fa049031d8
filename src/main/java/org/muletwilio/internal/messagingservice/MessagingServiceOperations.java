package org.muletwilio.internal.messagingservice;

import org.mule.runtime.api.exception.ErrorTypeRepository;
import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.values.OfValues;
import org.mule.runtime.extension.api.runtime.parameter.CorrelationInfo;
import org.mule.runtime.extension.api.runtime.streaming.PagingProvider;

import org.muletwilio.api.resource.MessagingService;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.OperationErrors;
import org.muletwilio.internal.message.MessagingServiceSids;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.ListAddress;
import org.muletwilio.internal.operation.PathParameters;
import org.muletwilio.internal.operation.SdkPagingProvider;
import org.muletwilio.internal.operation.Validation;

import javax.inject.Inject;

import com.twilio.rest.Domains;
import com.twilio.rest.messaging.v1.ServiceDeleter;
import com.twilio.rest.messaging.v1.ServiceFetcher;
import com.twilio.rest.messaging.v1.ServiceReader;

/** Creates, changes and deletes messaging services: what happens to messages, for several numbers at once. */
@Throws(OperationErrors.class)
public class MessagingServiceOperations {

  private static final String CREATE = "twilio:create-messaging-service";
  private static final String GET = "twilio:get-messaging-service";
  private static final String LIST = "twilio:list-messaging-services";
  private static final String UPDATE = "twilio:update-messaging-service";
  private static final String DELETE = "twilio:delete-messaging-service";

  @Inject @jakarta.inject.Inject
  private ErrorTypeRepository errorTypes;

  /**
   * Creates a messaging service, without senders.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account
   * @param correlation is returned with the callbacks
   * @param friendlyName a descriptive name, up to 64 characters
   * @param routing what happens to messages
   * @param parameters the other settings
   * @return the service
   */
  @DisplayName("Create Messaging Service")
  @Summary("Creates a messaging service, whose flows serve the messages of its numbers")
  public MessagingService createMessagingService(@Config CallbackEndpointProvider config, @Connection TwilioConnection connection,
                                                 CorrelationInfo correlation,
                                                 @DisplayName("Friendly name")
                                                 @Summary("A descriptive name, up to 64 characters")
                                                 @Example("Order updates") String friendlyName,
                                                 @ParameterGroup(name = "Messages") MessageRoutingParameters routing,
                                                 @ParameterGroup(name = "Settings") MessagingServiceParameters parameters) {
    Validation.requireThat(!Validation.isEmpty(friendlyName), CREATE, "friendlyName is empty: a messaging service needs a name");
    FormRequest request = FormRequest.to(Domains.MESSAGING, "v1", "Services").with("FriendlyName", friendlyName);
    parameters.addTo(CREATE, request);
    routing.addTo(request, new CallbackUrls(CREATE, config.getEndpoint(), correlation, routing.getCallbackContext()));
    return connection.call(request.creating(MessagingServices::read));
  }

  /**
   * Gets a messaging service.
   *
   * @param connection the account
   * @param messagingServiceSid the service's SID, <code>MG…</code>
   * @return the service as it is now
   */
  @DisplayName("Get Messaging Service")
  @Summary("Gets a messaging service with its settings")
  public MessagingService getMessagingService(@Connection TwilioConnection connection,
                                              @DisplayName("Messaging service SID") @Summary("The service's SID, MG…")
                                              @Example("MGXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                              @OfValues(MessagingServiceSids.class) String messagingServiceSid) {
    return MessagingServices.toApi(connection.call(new ServiceFetcher(sid(GET, messagingServiceSid))::fetch));
  }

  /**
   * Lists the account's messaging services.
   *
   * @param pageSize how many services one request fetches, 1 to 1000
   * @return the services, fetched as they are read
   */
  @DisplayName("List Messaging Services")
  @Summary("Lists the account's messaging services, which are fetched page by page as they are read")
  public PagingProvider<TwilioConnection, MessagingService> listMessagingServices(
      @Optional(defaultValue = "50") @DisplayName("Page size")
      @Summary("How many services one request fetches, 1 to 1000. Default: 50") @Example("50") Integer pageSize) {
    return new SdkPagingProvider<>(errorTypes::lookupErrorType, new ServiceReader(),
        ListAddress.of(LIST, Domains.MESSAGING, "v1", "Services").pageSize(pageSize), MessagingServices::toApi);
  }

  /**
   * Changes the settings of a messaging service; what is not given stays as it is.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account
   * @param correlation is returned with the callbacks
   * @param messagingServiceSid the service's SID, <code>MG…</code>
   * @param friendlyName a new descriptive name, up to 64 characters
   * @param routing what happens to messages
   * @param parameters the other settings
   * @return the service with its new settings
   */
  @DisplayName("Update Messaging Service")
  @Summary("Changes what happens to a messaging service's messages; what is not given stays as it is")
  public MessagingService updateMessagingService(@Config CallbackEndpointProvider config, @Connection TwilioConnection connection,
                                                 CorrelationInfo correlation,
                                                 @DisplayName("Messaging service SID") @Summary("The service's SID, MG…")
                                                 @Example("MGXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                                 @OfValues(MessagingServiceSids.class) String messagingServiceSid,
                                                 @Optional @DisplayName("Friendly name")
                                                 @Summary("A new descriptive name, up to 64 characters")
                                                 @Example("Order updates") String friendlyName,
                                                 @ParameterGroup(name = "Messages") MessageRoutingParameters routing,
                                                 @ParameterGroup(name = "Settings") MessagingServiceParameters parameters) {
    FormRequest request = FormRequest.to(Domains.MESSAGING, "v1", "Services", sid(UPDATE, messagingServiceSid))
        .with("FriendlyName", friendlyName);
    parameters.addTo(UPDATE, request);
    routing.addTo(request, new CallbackUrls(UPDATE, config.getEndpoint(), correlation, routing.getCallbackContext()));
    return connection.call(request.creating(MessagingServices::read));
  }

  /**
   * Deletes a messaging service; its numbers stay with the account.
   *
   * @param connection the account
   * @param messagingServiceSid the service's SID, <code>MG…</code>
   */
  @DisplayName("Delete Messaging Service")
  @Summary("Deletes a messaging service; its numbers stay with the account")
  public void deleteMessagingService(@Connection TwilioConnection connection,
                                     @DisplayName("Messaging service SID") @Summary("The service's SID, MG…")
                                     @Example("MGXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                     @OfValues(MessagingServiceSids.class) String messagingServiceSid) {
    connection.call(new ServiceDeleter(sid(DELETE, messagingServiceSid))::delete);
  }

  static String sid(String operation, String sid) {
    return PathParameters.sid(operation, "messagingServiceSid", "the messaging service", sid, "MG");
  }
}
