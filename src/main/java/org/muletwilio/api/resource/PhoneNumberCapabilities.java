package org.muletwilio.api.resource;

import org.muletwilio.api.ValueStyle;

import java.io.Serializable;

import org.immutables.value.Value;

/** What a number can do. */
@Value.Immutable
@ValueStyle
public abstract class PhoneNumberCapabilities implements Serializable {

  private static final long serialVersionUID = 1L;

  PhoneNumberCapabilities() {}

  /** @return whether it can be used for calls */
  public abstract boolean isVoice();

  /** @return whether it can be used for SMS */
  public abstract boolean isSms();

  /** @return whether it can be used for MMS */
  public abstract boolean isMms();

  /** @return whether it can be used for fax */
  public abstract boolean isFax();

  @Override
  public String toString() {
    return "PhoneNumberCapabilities{voice=" + isVoice() + ", sms=" + isSms() + ", mms=" + isMms() + ", fax=" + isFax() + "}";
  }
}
