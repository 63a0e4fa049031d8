package org.muletwilio.benchmarks.camel;

import org.muletwilio.benchmarks.outbound.Senders;
import org.muletwilio.benchmarks.server.Account;
import org.muletwilio.benchmarks.server.ServerControl;

import java.net.URI;
import java.util.Map;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.type.PhoneNumber;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.twilio.TwilioComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.HttpHost;

/** A route with camel-twilio for each message. */
public final class CamelSender {

  private CamelSender() {}

  public static void main(String[] arguments) throws Exception {
    ServerControl control = new ServerControl();
    DefaultCamelContext camel = new DefaultCamelContext();
    TwilioComponent twilio = new TwilioComponent();
    twilio.setUsername(Account.SID);
    twilio.setPassword(Account.AUTH_TOKEN);
    twilio.setAccountSid(Account.SID);
    twilio.setRestClient(client(URI.create(arguments[0])));
    camel.addComponent("twilio", twilio);
    camel.addRoutes(new RouteBuilder() {

      @Override
      public void configure() {
        from("direct:send").to("twilio:message/create");
      }
    });
    camel.start();
    ProducerTemplate producer = camel.createProducerTemplate();
    control.serve(new Senders(() -> producer.requestBodyAndHeaders("direct:send", null, Map.of(
        "CamelTwilio.to", new PhoneNumber(Senders.TO), "CamelTwilio.from", new PhoneNumber(Senders.FROM),
        "CamelTwilio.body", Senders.BODY, "CamelTwilio.statusCallback", URI.create(Account.PUBLIC_ORIGIN + Account.PATH)))));
    System.exit(0);
  }

  /** The SDK's own client with its own pool, which only connects to the stub. */
  private static TwilioRestClient client(URI twilio) {
    PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    pool.setDefaultMaxPerRoute(20);
    pool.setMaxTotal(100);
    return new TwilioRestClient.Builder(Account.SID, Account.AUTH_TOKEN).httpClient(new NetworkHttpClient(
        HttpClientBuilder.create().useSystemProperties().setConnectionManager(pool).setRoutePlanner(
            (host, context) -> new HttpRoute(new HttpHost("http", twilio.getHost(), twilio.getPort()))))).build();
  }
}
