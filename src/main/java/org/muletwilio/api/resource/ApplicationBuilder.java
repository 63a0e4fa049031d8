package org.muletwilio.api.resource;

import java.time.ZonedDateTime;

/** Builds an {@link Application}; an application's tests can use it to stand in for Twilio. What is not set is null. */
public final class ApplicationBuilder {

  String sid;
  String accountSid;
  String friendlyName;
  String voiceUrl;
  String voiceFallbackUrl;
  String smsUrl;
  String smsFallbackUrl;
  String statusCallbackUrl;
  String smsStatusCallbackUrl;
  String messageStatusCallbackUrl;
  Boolean voiceCallerIdLookup;
  Boolean publicApplicationConnectEnabled;
  ZonedDateTime dateCreated;
  ZonedDateTime dateUpdated;

  /**
   * @param sid see {@link Application#getSid()}
   * @return this
   */
  public ApplicationBuilder sid(String sid) {
    this.sid = sid;
    return this;
  }

  /**
   * @param accountSid see {@link Application#getAccountSid()}
   * @return this
   */
  public ApplicationBuilder accountSid(String accountSid) {
    this.accountSid = accountSid;
    return this;
  }

  /**
   * @param friendlyName see {@link Application#getFriendlyName()}
   * @return this
   */
  public ApplicationBuilder friendlyName(String friendlyName) {
    this.friendlyName = friendlyName;
    return this;
  }

  /**
   * @param voiceUrl see {@link Application#getVoiceUrl()}
   * @return this
   */
  public ApplicationBuilder voiceUrl(String voiceUrl) {
    this.voiceUrl = voiceUrl;
    return this;
  }

  /**
   * @param voiceFallbackUrl see {@link Application#getVoiceFallbackUrl()}
   * @return this
   */
  public ApplicationBuilder voiceFallbackUrl(String voiceFallbackUrl) {
    this.voiceFallbackUrl = voiceFallbackUrl;
    return this;
  }

  /**
   * @param smsUrl see {@link Application#getSmsUrl()}
   * @return this
   */
  public ApplicationBuilder smsUrl(String smsUrl) {
    this.smsUrl = smsUrl;
    return this;
  }

  /**
   * @param smsFallbackUrl see {@link Application#getSmsFallbackUrl()}
   * @return this
   */
  public ApplicationBuilder smsFallbackUrl(String smsFallbackUrl) {
    this.smsFallbackUrl = smsFallbackUrl;
    return this;
  }

  /**
   * @param statusCallbackUrl see {@link Application#getStatusCallbackUrl()}
   * @return this
   */
  public ApplicationBuilder statusCallbackUrl(String statusCallbackUrl) {
    this.statusCallbackUrl = statusCallbackUrl;
    return this;
  }

  /**
   * @param smsStatusCallbackUrl see {@link Application#getSmsStatusCallbackUrl()}
   * @return this
   */
  public ApplicationBuilder smsStatusCallbackUrl(String smsStatusCallbackUrl) {
    this.smsStatusCallbackUrl = smsStatusCallbackUrl;
    return this;
  }

  /**
   * @param messageStatusCallbackUrl see {@link Application#getMessageStatusCallbackUrl()}
   * @return this
   */
  public ApplicationBuilder messageStatusCallbackUrl(String messageStatusCallbackUrl) {
    this.messageStatusCallbackUrl = messageStatusCallbackUrl;
    return this;
  }

  /**
   * @param voiceCallerIdLookup see {@link Application#getVoiceCallerIdLookup()}
   * @return this
   */
  public ApplicationBuilder voiceCallerIdLookup(Boolean voiceCallerIdLookup) {
    this.voiceCallerIdLookup = voiceCallerIdLookup;
    return this;
  }

  /**
   * @param publicApplicationConnectEnabled see {@link Application#getPublicApplicationConnectEnabled()}
   * @return this
   */
  public ApplicationBuilder publicApplicationConnectEnabled(Boolean publicApplicationConnectEnabled) {
    this.publicApplicationConnectEnabled = publicApplicationConnectEnabled;
    return this;
  }

  /**
   * @param dateCreated see {@link Application#getDateCreated()}
   * @return this
   */
  public ApplicationBuilder dateCreated(ZonedDateTime dateCreated) {
    this.dateCreated = dateCreated;
    return this;
  }

  /**
   * @param dateUpdated see {@link Application#getDateUpdated()}
   * @return this
   */
  public ApplicationBuilder dateUpdated(ZonedDateTime dateUpdated) {
    this.dateUpdated = dateUpdated;
    return this;
  }

  /** @return the application */
  public Application build() {
    return new Application(this);
  }
}
