package org.muletwilio.internal.connection;

import org.mule.runtime.http.api.client.HttpClient;

import org.muletwilio.internal.connection.http.ApiAddress;
import org.muletwilio.internal.connection.http.BasicAuthorization;
import org.muletwilio.internal.connection.http.FakeTimer;
import org.muletwilio.internal.connection.http.MuleHttpClient;
import org.muletwilio.internal.connection.http.RequestExecutor;
import org.muletwilio.internal.connection.http.RequestSender;

/** A connection whose HTTP client is the test's. */
public final class TestConnection {

  private TestConnection() {}

  public static TwilioConnection over(HttpClient http) {
    FakeTimer timer = new FakeTimer();
    RequestExecutor executor = new RequestExecutor(Runnable::run, timer, timer::millis);
    RequestSender sender = new RequestSender(http, 1000, 1000, -1, executor);
    return new TwilioConnection("AC1", new MuleHttpClient(sender, ApiAddress.parse(ApiAddress.TWILIO),
        new BasicAuthorization("AC1", "secret"), executor), null, TolerantMapper.create(), ValidationRequest.ACCOUNT);
  }
}
