package org.muletwilio.internal.application;

import org.mule.runtime.api.exception.ErrorTypeRepository;
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

import org.muletwilio.api.resource.Application;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.OperationErrors;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.PathParameters;
import org.muletwilio.internal.operation.SdkPagingProvider;

import javax.inject.Inject;

import com.twilio.rest.api.v2010.account.ApplicationDeleter;
import com.twilio.rest.api.v2010.account.ApplicationFetcher;
import com.twilio.rest.api.v2010.account.ApplicationReader;

/** Creates, changes and deletes applications: what happens to calls and messages, for several numbers at once. */
@Throws(OperationErrors.class)
public class ApplicationOperations {

  private static final String CREATE = "twilio:create-application";
  private static final String GET = "twilio:get-application";
  private static final String LIST = "twilio:list-applications";
  private static final String UPDATE = "twilio:update-application";
  private static final String DELETE = "twilio:delete-application";

  @Inject @jakarta.inject.Inject
  private ErrorTypeRepository errorTypes;

  /**
   * Creates an application.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account
   * @param correlation is returned with the callbacks
   * @param inbound what happens to calls and messages
   * @param parameters the other settings
   * @return the application
   */
  @DisplayName("Create Application")
  @Summary("Creates an application, whose flows serve the calls and messages of the numbers that name it")
  public Application createApplication(@Config CallbackEndpointProvider config, @Connection TwilioConnection connection,
                                       CorrelationInfo correlation,
                                       @ParameterGroup(name = "Calls and messages") InboundParameters inbound,
                                       @ParameterGroup(name = "Settings") ApplicationParameters parameters) {
    FormRequest request = FormRequest.to("Applications");
    parameters.addTo(request, inbound,
                     new CallbackUrls(CREATE, config.getEndpoint(), correlation, inbound.getCallbackContext()));
    return connection.call(request.creating(Applications::read));
  }

  /**
   * Gets an application.
   *
   * @param connection the account
   * @param applicationSid the application's SID, <code>AP…</code>
   * @return the application as it is now
   */
  @DisplayName("Get Application")
  @Summary("Gets an application with its settings")
  public Application getApplication(@Connection TwilioConnection connection,
                                    @DisplayName("Application SID") @Summary("The application's SID, AP…")
                                    @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                    @OfValues(ApplicationSids.class) String applicationSid) {
    return Applications.toApi(connection.call(new ApplicationFetcher(sid(GET, applicationSid))::fetch));
  }

  /**
   * Lists the account's applications.
   *
   * @param filter which ones
   * @return the applications, fetched as they are read
   */
  @DisplayName("List Applications")
  @Summary("Lists the account's applications, which are fetched page by page as they are read")
  public PagingProvider<TwilioConnection, Application> listApplications(
      @ParameterGroup(name = "Filter") ApplicationFilter filter) {
    return new SdkPagingProvider<>(errorTypes::lookupErrorType, new ApplicationReader(), filter.toAddress(LIST),
        Applications::toApi);
  }

  /**
   * Changes the settings of an application; what is not given stays as it is.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account
   * @param correlation is returned with the callbacks
   * @param applicationSid the application's SID, <code>AP…</code>
   * @param inbound what happens to calls and messages
   * @param parameters the other settings
   * @return the application with its new settings
   */
  @DisplayName("Update Application")
  @Summary("Changes what happens to an application's calls and messages; what is not given stays as it is")
  public Application updateApplication(@Config CallbackEndpointProvider config, @Connection TwilioConnection connection,
                                       CorrelationInfo correlation,
                                       @DisplayName("Application SID") @Summary("The application's SID, AP…")
                                       @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                       @OfValues(ApplicationSids.class) String applicationSid,
                                       @ParameterGroup(name = "Calls and messages") InboundParameters inbound,
                                       @ParameterGroup(name = "Settings") ApplicationParameters parameters) {
    FormRequest request = FormRequest.to("Applications", sid(UPDATE, applicationSid));
    parameters.addTo(request, inbound,
                     new CallbackUrls(UPDATE, config.getEndpoint(), correlation, inbound.getCallbackContext()));
    return connection.call(request.creating(Applications::read));
  }

  /**
   * Deletes an application; the numbers that name it are left without it.
   *
   * @param connection the account
   * @param applicationSid the application's SID, <code>AP…</code>
   */
  @DisplayName("Delete Application")
  @Summary("Deletes an application; the numbers that name it are left without it")
  public void deleteApplication(@Connection TwilioConnection connection,
                                @DisplayName("Application SID") @Summary("The application's SID, AP…")
                                @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
                                @OfValues(ApplicationSids.class) String applicationSid) {
    connection.call(new ApplicationDeleter(sid(DELETE, applicationSid))::delete);
  }

  private static String sid(String operation, String sid) {
    return PathParameters.sid(operation, "applicationSid", "the application", sid, "AP");
  }
}
