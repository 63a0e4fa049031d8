package org.muletwilio.internal.request;

import static org.muletwilio.internal.operation.Validation.invalid;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.muletwilio.api.parameter.CallbackReference;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.PathParameters;
import org.muletwilio.internal.request.catalogue.ApiOperation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.twilio.http.Request;

/** Makes the request of an operation from what a flow gives, or refuses it with all that is wrong. */
final class RequestDraft {

  private final String element;
  private final ApiOperation operation;
  private final TwilioConnection connection;
  private final String accountSid;

  /**
   * @param element the operation's name in XML, for messages
   * @param operation what is requested
   * @param connection the account that requests
   * @param subaccount whose resource it is, where that is not the account's
   */
  RequestDraft(String element, ApiOperation operation, TwilioConnection connection, Optional<String> subaccount) {
    requireThat(!subaccount.isPresent() || operation.getPath().contains("{" + ApiOperation.ACCOUNT_SID + "}"), element,
                "operation '" + operation.getName() + "' of API '" + operation.getApi() + "' does not name the account in its "
                    + "path, so accountSid can't lead to a subaccount: use a connection with the subaccount's credentials");
    this.element = element;
    this.operation = operation;
    this.connection = connection;
    this.accountSid = subaccount.map(sid -> PathParameters.sid(element, "accountSid", "an account", sid, "AC"))
        .orElse(connection.getAccountSid());
  }

  /** @throws TwilioException if Twilio could not take it, with everything that is wrong in one message */
  Request of(Map<String, ?> parameters) {
    return of(parameters, Collections.emptyList(), null);
  }

  /**
   * @param parameters what the flow gives
   * @param callbacks flows for parameters that take a URL
   * @param urls makes their URLs
   * @throws TwilioException if Twilio could not take it, with everything that is wrong in one message
   */
  Request of(Map<String, ?> parameters, List<CallbackReference> callbacks, CallbackUrls urls) {
    ParameterReader reader = new ParameterReader(operation);
    Map<String, ?> given = parameters == null ? Collections.emptyMap() : parameters;
    Map<String, ?> bound = new CallbackBinding(operation, urls, reader.getProblems()).bind(given, callbacks);
    Map<String, Object> values = reader.read(bound);
    if (!reader.getProblems().isEmpty()) {
      throw invalid(element, "operation '" + operation.getName() + "' of API '" + operation.getApi() + "': "
          + reader.describeProblems());
    }
    return new ApiRequest(operation, accountSid, connection.getMapper()).of(values);
  }
}
