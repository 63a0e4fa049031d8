package org.muletwilio.api.resource;

import java.io.Serializable;

/** What a number can do. */
public final class PhoneNumberCapabilities implements Serializable {

  private static final long serialVersionUID = 1L;

  private final boolean voice;
  private final boolean sms;
  private final boolean mms;
  private final boolean fax;

  /**
   * @param voice whether it can be used for calls
   * @param sms whether it can be used for SMS
   * @param mms whether it can be used for MMS
   * @param fax whether it can be used for fax
   */
  public PhoneNumberCapabilities(boolean voice, boolean sms, boolean mms, boolean fax) {
    this.voice = voice;
    this.sms = sms;
    this.mms = mms;
    this.fax = fax;
  }

  /** @return whether it can be used for calls */
  public boolean isVoice() {
    return voice;
  }

  /** @return whether it can be used for SMS */
  public boolean isSms() {
    return sms;
  }

  /** @return whether it can be used for MMS */
  public boolean isMms() {
    return mms;
  }

  /** @return whether it can be used for fax */
  public boolean isFax() {
    return fax;
  }

  @Override
  public String toString() {
    return "PhoneNumberCapabilities{voice=" + voice + ", sms=" + sms + ", mms=" + mms + ", fax=" + fax + "}";
  }
}
