package org.muletwilio.functional.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.mule.metadata.api.model.ObjectType;
import org.mule.runtime.api.meta.model.connection.ConnectionProviderModel;
import org.mule.runtime.api.meta.model.display.LayoutModel;
import org.mule.runtime.api.meta.model.parameter.ParameterModel;
import org.mule.runtime.extension.api.declaration.type.annotation.LayoutTypeAnnotation;
import org.mule.runtime.extension.api.util.ExtensionMetadataTypeUtils;

import org.muletwilio.api.parameter.AdditionalAuthToken;
import org.muletwilio.api.parameter.SharedSigningKey;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole run of every connection at debug level: nothing secret is in the log, in an error or in the extension model. */
class SecretsTest {

  private static final List<String> LOGGERS = List.of("org.muletwilio.internal", "org.muletwilio.api", "com.twilio");
  private static final String TOKEN = "auth-token-to-keep-secret";
  private static final String OTHER_TOKEN = "additional-token-to-keep-secret";
  private static final String SUBACCOUNT_TOKEN = "subaccount-token-to-keep-secret";
  private static final String SHARED_KEY = "shared-key-to-keep-secret";
  private static final String KEY = "SK" + "2".repeat(32);
  private static final String KEY_SECRET = "key-secret-to-keep-secret";
  private static final String CLIENT = "OQ" + "3".repeat(32);
  private static final String CLIENT_SECRET = "client-secret-to-keep-secret";
  private static final String BODY = "a-message-to-keep-secret";

  private static final String SIGNATURE = "a-signature-to-keep-secret=";

  private final Recorder recorder = new Recorder();

  /** Keeps each event as text, with its exception. */
  private static final class Recorder extends AbstractAppender {

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    private Recorder() {
      super("secrets-test", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      StringWriter text = new StringWriter();
      text.append(event.getLoggerName()).append(' ').append(event.getMessage().getFormattedMessage());
      if (event.getThrown() != null) {
        event.getThrown().printStackTrace(new PrintWriter(text));
      }
      events.add(text.toString());
    }
  }

  @BeforeEach
  void record() {
    recorder.start();
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    for (String name : LOGGERS) {
      LoggerConfig logger = new LoggerConfig(name, Level.TRACE, false);
      logger.addAppender(recorder, Level.TRACE, null);
      context.getConfiguration().addLogger(name, logger);
    }
    context.updateLoggers();
  }

  @AfterEach
  void stopRecording() {
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    LOGGERS.forEach(context.getConfiguration()::removeLogger);
    context.updateLoggers();
    recorder.stop();
  }

  @Test
  void nothingSecretIsLoggedOrInErrors() throws Exception {
    int port = freePort();
    Set<String> secrets = new TreeSet<>(List.of(TOKEN, OTHER_TOKEN, SUBACCOUNT_TOKEN, SHARED_KEY, KEY_SECRET, CLIENT_SECRET,
        BODY, SIGNATURE, base64(ACCOUNT + ":" + TOKEN), base64(KEY + ":" + KEY_SECRET), "Bearer access-"));
    try (TwilioSimulator simulator = TwilioSimulator.builder().account(ACCOUNT, TOKEN).apiKey(ACCOUNT, KEY, KEY_SECRET)
        .oauthApp(ACCOUNT, CLIENT, CLIENT_SECRET).pace(Duration.ofMillis(10)).start();
        EmbeddedMule mule = application(configs(simulator.baseUri(), port)).start()) {
      for (String config : List.of("Token", "Key", "App")) {
        mule.run("send-" + config, BODY);
        String sid = simulator.messages().get(simulator.messages().size() - 1).sid();
        mule.awaitRun("status", run -> run.payload().toString().contains("delivered") && run.payload().toString().contains(sid),
            SOON);
        mule.run("get-" + config, sid);
        simulator.apiFaults().nextRequests(1, ApiFault.cutBefore());
        mule.run("get-" + config, sid);
        simulator.revokeAccessTokens();
        FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run("refused-" + config, BODY));
        secrets.forEach(secret -> assertFalse(textOf(failure).contains(secret), "an error tells " + secret));
      }
      CallbackAttempt known = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      assertEquals(403, simulator.forge(known).signedBy(OTHER_TOKEN + "x").send().status());
      assertEquals(403, simulator.forge(known).signature(SIGNATURE).send().status());
      assertEquals(204, simulator.forge(known).signedBySharedKey("KS1", SHARED_KEY).idempotencyToken("other").send().status());
      assertEquals(403, simulator.forge(known).signedBySharedKey("KS1", SHARED_KEY + "x").send().status());
      assertEquals(404, simulator.forge(known).url(url -> url.replace("/status/", "/other/")).send().status());
    }
    assertTrue(recorder.events.stream().anyMatch(event -> event.startsWith("com.twilio")), "the SDK logged nothing");
    assertTrue(recorder.events.stream().anyMatch(event -> event.startsWith("org.muletwilio")), "the connector logged nothing");
    recorder.events.forEach(event -> {
      secrets.forEach(secret -> assertFalse(event.contains(secret), event));
      assertFalse(event.toLowerCase().contains("authorization:"), event);
    });
  }

  @Test
  void secretsArePasswordsWithoutDefaultsInTheExtensionModel() {
    try (EmbeddedMule mule = application("<flow name='nothing'><logger/></flow>").start()) {
      List<String> passwords = new ArrayList<>();
      for (ConnectionProviderModel provider : mule.extensionModel("Twilio").getConfigurationModels().get(0)
          .getConnectionProviders()) {
        for (ParameterModel parameter : provider.getAllParameterModels()) {
          boolean password = parameter.getLayoutModel().filter(LayoutModel::isPassword).isPresent();
          assertEquals(parameter.getName().matches("(?i).*(token|tokens|secret|password)"), password, parameter.getName());
          if (password) {
            assertEquals(null, parameter.getDefaultValue(), parameter.getName());
            passwords.add(parameter.getName());
          }
        }
      }
      assertEquals(Set.of("authToken", "apiKeySecret", "clientSecret", "additionalAuthTokens", "subaccountAuthTokens",
          "password"), Set.copyOf(passwords));
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {SharedSigningKey.class, AdditionalAuthToken.class})
  void theSecretsInListsArePasswordsToo(Class<?> type) {
    try (EmbeddedMule mule = application("<flow name='nothing'><logger/></flow>").start()) {
      ObjectType key = mule.extensionModel("Twilio").getTypes().stream()
          .filter(each -> ExtensionMetadataTypeUtils.getId(each).filter(type.getName()::equals).isPresent())
          .findFirst().orElseThrow();
      assertTrue(key.getFieldByName("value").orElseThrow().getAnnotation(LayoutTypeAnnotation.class)
          .filter(LayoutTypeAnnotation::isPassword).isPresent());
    }
  }

  private static String configs(String baseUri, int port) {
    String tokens = "<twilio:additional-auth-tokens><twilio:additional-auth-token value='" + OTHER_TOKEN
        + "'/></twilio:additional-auth-tokens><twilio:subaccount-auth-tokens><twilio:subaccount-auth-token key='AC9' value='"
        + SUBACCOUNT_TOKEN + "'/></twilio:subaccount-auth-tokens><twilio:shared-signing-keys><twilio:shared-signing-key value='"
        + SHARED_KEY + "'/></twilio:shared-signing-keys>";
    String shared = " accountSid='" + ACCOUNT + "' authToken='" + TOKEN + "' baseUri='" + baseUri + "'>" + tokens;
    return config("Token", "connection", "", shared, port)
        + config("Key", "api-key-connection", " apiKeySid='" + KEY + "' apiKeySecret='" + KEY_SECRET + "'", shared, port)
        + config("App", "oauth-connection", " clientId='" + CLIENT + "' clientSecret='" + CLIENT_SECRET + "'", shared, port)
        + "<flow name='status'><logger level='TRACE' message='#[attributes.status]'/></flow>";
  }

  private static String config(String name, String element, String own, String shared, int port) {
    return "<twilio:config name='" + name + "'><twilio:" + element + own + shared + "</twilio:" + element
        + "><twilio:http-callback-config host='127.0.0.1' localPort='" + port + "'/></twilio:config>"
        + "<flow name='send-" + name + "'><twilio:send-message config-ref='" + name + "' to='+15551234567' from='+15005550006' "
        + "body='#[payload]' status-callback-flow-ref='status'/></flow>"
        + "<flow name='get-" + name + "'><twilio:get-message config-ref='" + name + "' messageSid='#[payload]'/></flow>"
        + "<flow name='refused-" + name + "'><twilio:send-message config-ref='" + name + "' to='+15005550001' "
        + "from='+15005550006' body='#[payload]'/></flow>";
  }

  private static String textOf(FlowFailedException failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text + failure.description();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
