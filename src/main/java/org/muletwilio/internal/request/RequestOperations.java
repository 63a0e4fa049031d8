package org.muletwilio.internal.request;

import static java.util.Collections.emptyList;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;
import static org.mule.runtime.extension.api.annotation.param.MediaType.APPLICATION_JSON;
import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
import static org.muletwilio.internal.operation.Validation.requireThat;
import static org.muletwilio.internal.operation.Validation.within;

import org.mule.runtime.api.exception.ErrorTypeRepository;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.metadata.MetadataKeyId;
import org.mule.runtime.extension.api.annotation.metadata.OutputResolver;
import org.mule.runtime.extension.api.annotation.metadata.TypeResolver;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.Content;
import org.mule.runtime.extension.api.annotation.param.MediaType;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.runtime.parameter.CorrelationInfo;
import org.mule.runtime.extension.api.runtime.process.CompletionCallback;
import org.mule.runtime.extension.api.runtime.streaming.PagingProvider;

import org.muletwilio.api.parameter.CallbackReference;
import org.muletwilio.api.resource.ResponseAttributes;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.HttpAnswer;
import org.muletwilio.internal.error.OperationErrors;
import org.muletwilio.internal.operation.AsyncCompletion;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.Catalogue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.inject.Inject;

import com.twilio.http.Request;

/** Any endpoint of Twilio. */
@Throws(OperationErrors.class)
public class RequestOperations {

  private static final String REQUEST = "twilio:request";
  private static final String LIST = "twilio:list";
  /** Twilio's own bound. */
  private static final int MOST_ON_A_PAGE = 1000;

  @Inject @jakarta.inject.Inject
  private Catalogue catalogue;

  @Inject @jakarta.inject.Inject
  private ErrorTypeRepository errorTypes;

  /**
   * Requests one operation of any API of Twilio. Operation and parameters are checked before anything is sent. A create is sent
   * once; a fetch, list or delete survives one broken connection.
   *
   * @param config whose endpoint receives the callbacks
   * @param connection the account that requests
   * @param correlation is given back with the callbacks
   * @param key names the operation
   * @param parameters the parameters by Twilio's names, those of the path among them
   * @param callbacks flows for parameters that take a URL
   * @param callbackContext values of your own that those flows find in <code>attributes.context</code>
   * @param accountSid the SID of a subaccount, for paths that name the account
   * @param completion gets Twilio's answer as JSON
   */
  @DisplayName("Request")
  @Summary("Requests any operation of Twilio's API, with flows for the parameters that take a callback URL")
  @MediaType(value = APPLICATION_JSON, strict = false)
  @OutputResolver(output = OperationKeys.class)
  public void request(@Config CallbackEndpointProvider config, @Connection TwilioConnection connection,
                      CorrelationInfo correlation,
                      @ParameterGroup(name = "Operation") @MetadataKeyId(OperationKeys.class) OperationKey key,
                      @Content @TypeResolver(OperationKeys.class) @DisplayName("Parameters")
                      @Summary("The parameters by Twilio's names, those of the path among them. Default: the payload")
                      Map<String, Object> parameters,
                      @Optional @Expression(NOT_SUPPORTED) @Placement(order = 3) @DisplayName("Callbacks")
                      @Summary("Flows for parameters that take a URL which Twilio calls") List<CallbackReference> callbacks,
                      @Optional @Placement(order = 4) @DisplayName("Callback context")
                      @Summary("Values of your own that the flows find in attributes.context. No secrets")
                      Map<String, String> callbackContext,
                      @Optional @Placement(tab = ADVANCED_TAB, order = 1) @DisplayName("Account SID")
                      @Summary("The SID of a subaccount, for paths that name the account. Default: that of the connection")
                      @Example("ACXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX") String accountSid,
                      CompletionCallback<String, ResponseAttributes> completion) {
    ApiOperation operation = OperationLookup.find(REQUEST, catalogue, key);
    CallbackUrls urls = new CallbackUrls(REQUEST, config.getEndpoint(), correlation, callbackContext);
    RequestDraft draft = new RequestDraft(REQUEST, operation, connection, java.util.Optional.ofNullable(accountSid));
    List<CallbackReference> references = callbacks == null ? emptyList() : callbacks;
    Request request = draft.of(parameters, references, urls);
    urls.requireFlowForContext();
    CompletableFuture<HttpAnswer> answer = connection.sendAsync(request);
    CompletableFuture<HttpAnswer> stored = AwaitedStatuses.of(operation, parameters, references)
        .map(awaited -> answer.thenCompose(made -> awaited.await(made, urls, connection.getMapper()).thenApply(nothing -> made)))
        .orElse(answer);
    AsyncCompletion.completeWith(completion, stored.thenApply(Responses::toResult));
  }

  /**
   * Lists what an operation of Twilio's API lists, page by page as the flow reads it.
   *
   * @param key names the operation
   * @param parameters the filters by Twilio's names, and what the path needs
   * @param pageSize how many entries are asked for at a time
   * @param limit how many entries there are at most
   * @param accountSid the SID of a subaccount, for paths that name the account
   * @return the entries, as maps by Twilio's names
   */
  @DisplayName("List")
  @Summary("Lists what any list of Twilio's API has, page by page as it is read")
  @OutputResolver(output = ListKeys.class)
  public PagingProvider<TwilioConnection, Map<String, Object>> list(
      @ParameterGroup(name = "Operation") @MetadataKeyId(ListKeys.class) OperationKey key,
      @Content @TypeResolver(ListKeys.class) @DisplayName("Parameters")
      @Summary("The filters by Twilio's names, and what the path needs. Default: the payload") Map<String, Object> parameters,
      @Optional @Placement(order = 3) @DisplayName("Page size") @Example("100")
      @Summary("How many entries are asked for at a time. Default: Twilio's, 50 as a rule") Integer pageSize,
      @Optional @Placement(order = 4) @DisplayName("Limit") @Example("1000")
      @Summary("How many entries there are at most. Default: all") Integer limit,
      @Optional @Placement(tab = ADVANCED_TAB, order = 1) @DisplayName("Account SID")
      @Summary("The SID of a subaccount, for paths that name the account. Default: that of the connection")
      @Example("ACXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX") String accountSid) {
    ApiOperation operation = OperationLookup.find(LIST, catalogue, key);
    requireThat(operation.getListKey().isPresent(), LIST, "operation '" + operation.getName() + "' of API '" + operation.getApi()
        + "' is not a list: use twilio:request");
    within(LIST, "pageSize", pageSize, 1, MOST_ON_A_PAGE);
    within(LIST, "limit", limit, 1, Integer.MAX_VALUE);
    return new JsonPages(errorTypes::lookupErrorType, LIST, operation, parameters, java.util.Optional.ofNullable(pageSize),
                         java.util.Optional.ofNullable(limit), java.util.Optional.ofNullable(accountSid));
  }
}
