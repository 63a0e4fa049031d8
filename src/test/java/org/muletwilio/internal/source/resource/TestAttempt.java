package org.muletwilio.internal.source.resource;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.route.RouteShape;
import org.muletwilio.internal.source.registration.EarlierValues;
import org.muletwilio.internal.source.registration.RegistrationAttempt;

import java.util.Set;

/** A source of flow 'events' of config 'Twilio', in an application that has a flow 'others', too. */
final class TestAttempt implements RegistrationAttempt {

  static final String PATH = "/twilio/callbacks";
  static final RegistrationAttempt EVENTS = new TestAttempt(CallbackKind.EVENT, false);

  private final CallbackKind kind;
  private final boolean overwrites;
  private final EarlierValues earlier = new EarlierValues();

  TestAttempt(CallbackKind kind, boolean overwrites) {
    this.kind = kind;
    this.overwrites = overwrites;
  }

  @Override
  public boolean isOwn(String url) {
    return RouteShape.fits(PATH, "Twilio", kind, url);
  }

  @Override
  public String getFlow() {
    return "events";
  }

  @Override
  public String getConfig() {
    return "Twilio";
  }

  @Override
  public boolean hasFlow(String name) {
    return Set.of("events", "others").contains(name);
  }

  @Override
  public boolean mayOverwrite() {
    return overwrites;
  }

  @Override
  public void claim(String key, String description) {}

  @Override
  public EarlierValues getEarlierValues() {
    return earlier;
  }
}
