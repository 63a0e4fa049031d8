package org.muletwilio.benchmarks.mule;

import org.muletwilio.benchmarks.outbound.Senders;
import org.muletwilio.benchmarks.server.Account;
import org.muletwilio.benchmarks.server.ServerControl;

import java.net.URI;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.HttpHost;

/** The SDK with its stock client, which only connects to the stub instead of to Twilio. */
public final class SdkSender {

  private SdkSender() {}

  public static void main(String[] arguments) throws Exception {
    ServerControl control = new ServerControl();
    URI twilio = URI.create(arguments[0]);
    TwilioRestClient client = new TwilioRestClient.Builder(Account.SID, Account.AUTH_TOKEN)
        .httpClient(new NetworkHttpClient(stock().setRoutePlanner(
            (host, context) -> new HttpRoute(new HttpHost("http", twilio.getHost(), twilio.getPort()))))).build();
    PhoneNumber to = new PhoneNumber(Senders.TO);
    PhoneNumber from = new PhoneNumber(Senders.FROM);
    control.serve(new Senders(() -> Message.creator(to, from, Senders.BODY)
        .setStatusCallback(Account.PUBLIC_ORIGIN + Account.PATH).create(client)));
    System.exit(0);
  }

  /** The pool that the SDK gives its own client. */
  private static HttpClientBuilder stock() {
    PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    pool.setDefaultMaxPerRoute(20);
    pool.setMaxTotal(100);
    return HttpClientBuilder.create().useSystemProperties().setConnectionManager(pool);
  }
}
