package org.muletwilio.internal.source;

import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.component.location.ComponentLocation;
import org.mule.runtime.api.connection.ConnectionException;
import org.mule.runtime.api.connection.ConnectionProvider;
import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.extension.api.annotation.execution.OnTerminate;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.source.OnBackPressure;
import org.mule.runtime.extension.api.runtime.operation.Result;
import org.mule.runtime.extension.api.runtime.source.BackPressureContext;
import org.mule.runtime.extension.api.runtime.source.Source;
import org.mule.runtime.extension.api.runtime.source.SourceCallback;
import org.mule.runtime.extension.api.runtime.source.SourceCallbackContext;
import org.mule.runtime.extension.api.runtime.source.SourceResult;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.CallbackEndpoint;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.flow.FlowSource;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.source.parameter.RegistrationParameters;
import org.muletwilio.internal.source.registration.Registration;
import org.muletwilio.internal.source.registration.SourceRegistration;
import org.muletwilio.internal.source.registration.SourceRegistrations;

import java.util.concurrent.CompletableFuture;
import javax.inject.Inject;

/**
 * What all sources share: the flow's address is registered with Twilio, and what Twilio sends there goes the way of every
 * callback and then into the flow. The address names the flow, so that any node serves it, before and after a restart.
 */
public abstract class CallbackSource extends Source<Object, CallbackAttributes> {

  @Config
  private CallbackEndpointProvider config;

  @Connection
  private ConnectionProvider<TwilioConnection> connections;

  @ParameterGroup(name = "Registration")
  private RegistrationParameters registering;

  @Inject @jakarta.inject.Inject
  private SourceRegistrations registrations;

  private ComponentLocation location;

  private final CallbackKind kind;
  private CallbackEndpoint endpoint;
  private CallbackRoute route;
  private FlowSource source;
  private SourceRegistration registration;
  private boolean triedAgain;

  /** @param kind what Twilio calls back about */
  CallbackSource(CallbackKind kind) {
    this.kind = kind;
  }

  /**
   * @param kind what Twilio calls back about
   * @return what is registered with Twilio
   * @throws IllegalArgumentException that says which parameter is wrong, and why
   */
  abstract Registration getRegistration(CallbackKind kind);

  /** @return whether the flow runs for a batch of events as a whole */
  boolean takesBatches() {
    return false;
  }

  /** @return what Twilio calls back about */
  final CallbackKind getKind() {
    return kind;
  }

  @Override
  public final void onStart(SourceCallback<Object, CallbackAttributes> callback) throws MuleException {
    endpoint = config.getEndpoint();
    route = CallbackRoute.toSource(endpoint.getConfig(), kind, location.getRootContainerName());
    source = new FlowSource() {

      @Override
      public boolean takesBatches() {
        return CallbackSource.this.takesBatches();
      }

      @Override
      public CompletableFuture<CallbackAnswer> run(Message message) {
        return CallbackSource.this.run(message, callback);
      }
    };
    triedAgain = false;
    try {
      registration = registrations.of(endpoint, route, checkedRegistration(), registering.toSettings(), connections);
      endpoint.open();
      endpoint.getSources().add(route, source);
      registration.start();
    } catch (ConnectionException e) {
      // Mule stops this source, and starts one again as the reconnection strategy says: meanwhile callbacks are served
      triedAgain = true;
      throw e;
    } catch (MuleException | RuntimeException | Error e) {
      onStop();
      throw e;
    }
  }

  @Override
  public final void onStop() {
    if (source != null && !triedAgain) {
      endpoint.getSources().remove(route, source);
    }
    if (registration != null) {
      registration.stop();
      registration = null;
    }
  }

  /** The flow has ended, and Mule has taken its response. */
  @OnTerminate
  public final void onTerminate(SourceResult result) {
    SourceRun.of(result.getSourceCallbackContext())
        .terminate(result.getInvocationError().isPresent() ? result.getInvocationError() : result.getResponseError());
  }

  /** The flow has no room for one more event. */
  @OnBackPressure
  public final void onBackPressure(BackPressureContext context) {
    SourceRun.of(context.getSourceCallbackContext()).refuse();
  }

  private Registration checkedRegistration() throws MuleException {
    try {
      return getRegistration(kind);
    } catch (IllegalArgumentException e) {
      throw new DefaultMuleException(createStaticMessage("the source of flow '" + route.getFlow() + "' (config '"
          + endpoint.getConfig() + "'): " + e.getMessage()), e);
    }
  }

  private CompletableFuture<CallbackAnswer> run(Message message, SourceCallback<Object, CallbackAttributes> callback) {
    SourceRun run = new SourceRun(route.getFlow(), message.getPayload().getValue());
    SourceCallbackContext context = callback.createContext();
    run.attachTo(context);
    callback.handle(Result.<Object, CallbackAttributes>builder()
        .output(message.getPayload().getValue()).mediaType(message.getPayload().getDataType().getMediaType())
        .attributes((CallbackAttributes) message.getAttributes().getValue()).build(), context);
    return run.getEnd();
  }
}
