package org.muletwilio.api.parameter;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Password;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import java.util.Objects;

/** A SharedKey of Twilio's webhook configuration, with which Twilio signs callbacks in place of the auth token. */
public class SharedSigningKey {

  /** The secret of the SharedKey, as Twilio showed it when the key was created. */
  @Parameter
  @Expression(NOT_SUPPORTED)
  @Password
  @DisplayName("Secret")
  @Summary("The secret of the SharedKey, as Twilio showed it when the key was created")
  private String value;

  /** The SID of the account that has the SharedKey, if it is a subaccount. Default: the account of the connection. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @DisplayName("Account SID")
  @Summary("The SID of the subaccount that has the SharedKey. Default: the account of the connection")
  @Example("ACXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String accountSid;

  /** @return the key */
  public String getValue() {
    return value;
  }

  /** @return the account that it is for, or null for the account of the connection */
  public String getAccountSid() {
    return accountSid;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SharedSigningKey && Objects.equals(value, ((SharedSigningKey) other).value)
        && Objects.equals(accountSid, ((SharedSigningKey) other).accountSid);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, accountSid);
  }

  @Override
  public String toString() {
    return "SharedSigningKey{" + (accountSid == null ? "" : accountSid + ", ") + "****}";
  }
}
