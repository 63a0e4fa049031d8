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

/** An auth token that callbacks may be signed with while another one takes its place. */
public class AdditionalAuthToken {

  /** The auth token: the secondary one, or the one that was replaced. */
  @Parameter
  @Expression(NOT_SUPPORTED)
  @Password
  @DisplayName("Auth token")
  @Summary("The auth token: the secondary one, or the one that was replaced")
  private String value;

  /** The SID of the account that has the auth token, if it is a subaccount. Default: the account of the connection. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @DisplayName("Account SID")
  @Summary("The SID of the subaccount that has the auth token. Default: the account of the connection")
  @Example("ACXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String accountSid;

  public String getValue() {
    return value;
  }

  public String getAccountSid() {
    return accountSid;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AdditionalAuthToken && Objects.equals(value, ((AdditionalAuthToken) other).value)
        && Objects.equals(accountSid, ((AdditionalAuthToken) other).accountSid);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, accountSid);
  }

  @Override
  public String toString() {
    return "AdditionalAuthToken{" + (accountSid == null ? "" : accountSid + ", ") + "****}";
  }
}
