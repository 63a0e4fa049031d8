package org.muletwilio.functional.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.document;

import org.mule.runtime.extension.api.runtime.config.ConfigurationProvider;

import org.muletwilio.internal.callback.CallbackEndpoint;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;

import org.junit.jupiter.api.Test;

/** A config in a Mule domain project, which has no flows: callbacks are refused with the reason. */
class DomainProjectTest {

  @Test
  void aConfigWithCallbacksIsRefused() {
    String message = assertThrows(ApplicationStartException.class, () -> start("<twilio:http-callback-config localPort='1'/>"))
        .getMessage();
    assertTrue(message.contains("config 'Twilio' is in a domain project, where there are no flows to run: put it into the "
               + "application"),
               message);
  }

  @Test
  void oneWithoutCallbacksStartsAndSaysWhyItCanRunNoFlow() throws Exception {
    try (EmbeddedMule domain = start("")) {
      CallbackEndpoint endpoint = ((CallbackEndpointProvider) domain.lookup(ConfigurationProvider.class).get(null).getValue())
          .getEndpoint();
      assertEquals("there is no flow at all where the config is. A config in a domain project can't run the flows of "
          + "applications: put it into the application", endpoint.reasonAgainstFlow("status").orElseThrow());
    }
  }

  private static EmbeddedMule start(String callbacks) {
    String domain = document(config("Twilio", "http://127.0.0.1:1", callbacks)).replace("<mule ", "<domain:mule-domain "
        + "xmlns:domain='http://www.mulesoft.org/schema/mule/domain' ").replace("</mule>", "</domain:mule-domain>")
        .replace("xsi:schemaLocation='", "xsi:schemaLocation='http://www.mulesoft.org/schema/mule/domain "
            + "http://www.mulesoft.org/schema/mule/domain/current/mule-domain.xsd ");
    return EmbeddedMule.builder().config("mule-domain-config.xml", domain).domain().start();
  }
}
