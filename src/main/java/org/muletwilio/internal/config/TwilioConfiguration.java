package org.muletwilio.internal.config;

import static java.util.Optional.ofNullable;
import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.api.component.ConfigurationProperties;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.lifecycle.Disposable;
import org.mule.runtime.api.lifecycle.Initialisable;
import org.mule.runtime.api.lifecycle.InitialisationException;
import org.mule.runtime.api.lifecycle.Startable;
import org.mule.runtime.api.lifecycle.Stoppable;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.api.tls.TlsContextFactory;
import org.mule.runtime.extension.api.annotation.Configuration;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.Operations;
import org.mule.runtime.extension.api.annotation.Sources;
import org.mule.runtime.extension.api.annotation.connectivity.ConnectionProviders;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.dsl.xml.ParameterDsl;
import org.mule.runtime.extension.api.annotation.param.RefName;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.internal.application.ApplicationOperations;
import org.muletwilio.internal.call.CallOperations;
import org.muletwilio.internal.callback.CallbackEndpoint;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.callback.EndpointSettings;
import org.muletwilio.internal.callback.address.tunnel.TunnelAgents;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.flow.CallbackRunnerFactory;
import org.muletwilio.internal.callback.flow.FlowDispatcher;
import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.lifecycle.StopSteps;
import org.muletwilio.internal.callback.listener.CallbackListeners;
import org.muletwilio.internal.callback.reconciliation.StatusReconciler;
import org.muletwilio.internal.callback.reconciliation.StatusReconcilerFactory;
import org.muletwilio.internal.callback.signature.SignatureCheck;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.TrustedKeys;
import org.muletwilio.internal.conference.ConferenceOperations;
import org.muletwilio.internal.connection.ApiKeyConnectionProvider;
import org.muletwilio.internal.connection.AuthTokenConnectionProvider;
import org.muletwilio.internal.connection.OAuthConnectionProvider;
import org.muletwilio.internal.download.DownloadOperations;
import org.muletwilio.internal.message.MessageOperations;
import org.muletwilio.internal.messagingservice.MessagingServiceOperations;
import org.muletwilio.internal.messagingservice.SenderPoolOperations;
import org.muletwilio.internal.metadata.ReadCallbackOperations;
import org.muletwilio.internal.operation.CallbackOperations;
import org.muletwilio.internal.phonenumber.CallerIdOperations;
import org.muletwilio.internal.phonenumber.PhoneNumberOperations;
import org.muletwilio.internal.recording.RecordingOperations;
import org.muletwilio.internal.request.RequestOperations;
import org.muletwilio.internal.source.OnCall;
import org.muletwilio.internal.source.OnCallFallback;
import org.muletwilio.internal.source.OnCallStatus;
import org.muletwilio.internal.source.OnEvent;
import org.muletwilio.internal.source.OnMessage;
import org.muletwilio.internal.source.OnMessageFallback;
import org.muletwilio.internal.source.OnMessageStatus;
import org.muletwilio.internal.twiml.TwimlOperations;

import javax.inject.Inject;

/** A Twilio account and the place where its callbacks arrive. */
@Configuration(name = "config")
@ConnectionProviders({AuthTokenConnectionProvider.class, ApiKeyConnectionProvider.class, OAuthConnectionProvider.class})
@Operations({MessageOperations.class, CallOperations.class, ConferenceOperations.class, RecordingOperations.class,
    DownloadOperations.class, PhoneNumberOperations.class, ApplicationOperations.class, CallerIdOperations.class,
    CallbackOperations.class, ReadCallbackOperations.class, TwimlOperations.class, RequestOperations.class,
    MessagingServiceOperations.class, SenderPoolOperations.class})
@Sources({OnMessage.class, OnMessageFallback.class, OnMessageStatus.class, OnCall.class, OnCallFallback.class,
    OnCallStatus.class, OnEvent.class})
@DisplayName("Twilio Config")
@Summary("A Twilio account and the place where its callbacks arrive")
public class TwilioConfiguration implements CallbackEndpointProvider, Initialisable, Startable, Stoppable, Disposable {

  /**
   * The key store, and where wanted the protocols and ciphers, of the listener for callbacks, which then takes HTTPS alone.
   * Without it the listener takes HTTP, for example from a proxy or a tunnel that ends TLS.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(tab = "Callbacks", order = 1)
  @DisplayName("TLS configuration")
  @Summary("The key store of the listener for callbacks, which then takes HTTPS alone. Default: HTTP")
  private TlsContextFactory tlsContext;

  /**
   * Where callbacks are listened for and under which address Twilio reaches them. With it the listener opens with the
   * application, so that callbacks of messages that were sent before a restart arrive; without it at the first operation that
   * names a flow.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @ParameterDsl(allowReferences = false)
  @Placement(tab = "Callbacks", order = 2)
  @DisplayName("HTTP callback config")
  @Summary("Where callbacks are listened for and under which address Twilio reaches them. With it the listener opens with the "
      + "application")
  private HttpCallbackConfig httpCallbackConfig;

  @RefName
  private String name;

  @Inject @jakarta.inject.Inject
  private CallbackListeners listeners;

  @Inject @jakarta.inject.Inject
  private TrustedKeys trustedKeys;

  @Inject @jakarta.inject.Inject
  private TunnelAgents tunnels;

  @Inject @jakarta.inject.Inject
  private ConfigurationComponentLocator locator;

  @Inject @jakarta.inject.Inject
  private ConfigurationProperties properties;

  @Inject @jakarta.inject.Inject
  private CallbackRunnerFactory runners;

  @Inject @jakarta.inject.Inject
  private SchedulerService schedulerService;

  @Inject @jakarta.inject.Inject
  private StatusReconcilerFactory reconcilers;

  private EndpointSettings settings;
  private CallbackRunner runner;
  private CallbackEndpoint endpoint;
  private java.util.Optional<StatusReconciler> reconciler = java.util.Optional.empty();

  @Override
  public void initialise() throws InitialisationException {
    if (tlsContext instanceof Initialisable) {
      ((Initialisable) tlsContext).initialise();
    }
    try {
      settings = callbackConfig().toSettings(() -> DefaultPort.of(properties), ofNullable(tlsContext));
    } catch (IllegalArgumentException e) {
      throw new InitialisationException(createStaticMessage("http-callback-config of config '" + name + "': " + e.getMessage()),
                                        e, this);
    }
    if (httpCallbackConfig != null && DomainProject.holds(name, locator)) {
      throw new InitialisationException(createStaticMessage("config '" + name + "' is in a domain project, where there are no "
          + "flows to run: put it into the application whose flows Twilio is to run, or leave out http-callback-config where no "
          + "operation names a flow"), this);
    }
  }

  @Override
  public void start() throws MuleException {
    try (StartedParts parts = new StartedParts()) {
      parts.add(this, TwilioConfiguration::stop);
      FlowDispatcher flows = new FlowDispatcher(locator);
      runner = runners.of(name, settings.getProcessing(), flows);
      reconciler = reconcilers.of(name, settings.getProcessing(), runner);
      endpoint = new CallbackEndpoint(name, settings, signatureCheck(), flows, runner, listeners, tunnels, schedulerService,
                                      reconciler);
      if (httpCallbackConfig != null || tlsContext != null) {
        endpoint.open();
      } else {
        endpoint.announce();
      }
      reconciler.ifPresent(StatusReconciler::start);
      parts.ownedBy(this);
    }
  }

  @Override
  public void stop() {
    StopSteps.takeAll(() -> reconciler.ifPresent(StatusReconciler::stopLookUps), () -> ofNullable(endpoint)
        .ifPresent(CallbackEndpoint::close), () -> reconciler.ifPresent(StatusReconciler::stop), () -> ofNullable(runner)
            .ifPresent(CallbackRunner::stop));
  }

  /** Where another part of the application refuses to start, Mule disposes of this one without stopping it. */
  @Override
  public void dispose() {
    stop();
  }

  @Override
  public CallbackEndpoint getEndpoint() {
    if (endpoint == null) {
      throw new IllegalStateException("config '" + name + "' has not started");
    }
    return endpoint;
  }

  /** @return what the element says, or its defaults where it is absent */
  private HttpCallbackConfig callbackConfig() {
    return httpCallbackConfig == null ? new HttpCallbackConfig() : httpCallbackConfig;
  }

  private SignatureCheck signatureCheck() throws MuleException {
    AccountKeys trusted = trustedKeys.of(name);
    if (callbackConfig().isValidateSignature() && !trusted.canCheckSignatures()) {
      throw new DefaultMuleException(createStaticMessage("Config '" + name + "' can't check who calls back: its connection has "
          + "neither authToken nor sharedSigningKeys. Give the connection the authToken of the account, which signs callbacks, "
          + "or the shared keys that sign them, or, to take callbacks from anybody, write <twilio:http-callback-config "
          + "validateSignature=\"false\"/>"));
    }
    return new SignatureCheck(trusted, callbackConfig().isValidateSignature());
  }
}
