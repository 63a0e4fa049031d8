package org.muletwilio.internal.operation;

import static java.util.stream.Collectors.toCollection;
import static org.mule.runtime.extension.api.values.ValueResolvingException.CONNECTION_FAILURE;
import static org.mule.runtime.extension.api.values.ValueResolvingException.UNKNOWN;

import org.mule.runtime.api.value.Value;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.values.ValueBuilder;
import org.mule.runtime.extension.api.values.ValueProvider;
import org.mule.runtime.extension.api.values.ValueResolvingException;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.type.PhoneNumber;

/**
 * Lists the resources of the account, from which Studio lets a developer choose. Only the first page is fetched, so that the list
 * appears soon.
 */
public abstract class AccountValues implements ValueProvider {

  private static final int MOST = 100;

  @Connection
  private TwilioConnection connection;

  @Override
  public final Set<Value> resolve() throws ValueResolvingException {
    try {
      return connection.call(this::fetch).stream().map(ValueBuilder::build).collect(toCollection(LinkedHashSet::new));
    } catch (TwilioException e) {
      throw failure(e);
    }
  }

  public final ValueResolvingException failure(TwilioException cause) {
    boolean unreached = cause.getType() == TwilioError.CONNECTIVITY || cause.getType() == TwilioError.TIMEOUT;
    return new ValueResolvingException("The " + getDescription() + " can't be listed: " + cause.getMessage(),
                                       unreached ? CONNECTION_FAILURE : UNKNOWN, cause);
  }

  /** @return what is offered, as a plural */
  protected abstract String getDescription();

  protected abstract List<ValueBuilder> fetch(TwilioRestClient client);

  /** @return whether the number makes and takes calls, or Twilio does not tell */
  protected static boolean hasVoice(IncomingPhoneNumber number) {
    return number.getCapabilities() == null || !Boolean.FALSE.equals(number.getCapabilities().getVoice());
  }

  protected static <R extends Resource> List<R> first(Reader<R> reader, TwilioRestClient client) {
    return reader.pageSize(MOST).firstPage(client).getRecords();
  }

  /** @return the value of a resource that is named by its SID; the SID is shown, too, since names need not be unique */
  protected static ValueBuilder named(String sid, String name) {
    return ValueBuilder.newValue(sid).withDisplayName(isNone(name) ? sid : name + " (" + sid + ")");
  }

  protected static ValueBuilder number(IncomingPhoneNumber number) {
    return number(number.getPhoneNumber().toString(), number.getPhoneNumber(), number.getFriendlyName());
  }

  /** @return the value of a number, shown with its name unless the name repeats the number */
  protected static ValueBuilder number(String id, PhoneNumber number, String name) {
    return ValueBuilder.newValue(id)
        .withDisplayName(isNone(name) || isSame(number.toString(), name) ? number.toString() : number + " (" + name + ")");
  }

  private static boolean isNone(String name) {
    return name == null || name.trim().isEmpty();
  }

  /** Twilio names a number after itself, as in (415) 555-0100. */
  private static boolean isSame(String number, String name) {
    String digits = name.replaceAll("[-+() .]", "");
    return digits.matches("[0-9]+") && number.endsWith(digits);
  }
}
