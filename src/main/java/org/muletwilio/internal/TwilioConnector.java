package org.muletwilio.internal;

import static org.mule.sdk.api.meta.JavaVersion.JAVA_11;
import static org.mule.sdk.api.meta.JavaVersion.JAVA_17;
import static org.mule.sdk.api.meta.JavaVersion.JAVA_8;

import org.mule.runtime.extension.api.annotation.Configurations;
import org.mule.runtime.extension.api.annotation.Extension;
import org.mule.runtime.extension.api.annotation.dsl.xml.Xml;
import org.mule.runtime.extension.api.annotation.error.ErrorTypes;
import org.mule.sdk.api.annotation.JavaVersionSupport;

import org.muletwilio.internal.config.TwilioConfiguration;
import org.muletwilio.internal.error.TwilioError;

/** Twilio for Mule: operations that take a flow's name where Twilio wants a callback URL. */
@Extension(name = "Twilio", vendor = "muletwilio.org")
@Xml(prefix = "twilio")
@Configurations(TwilioConfiguration.class)
@ErrorTypes(TwilioError.class)
@JavaVersionSupport({JAVA_8, JAVA_11, JAVA_17})
public class TwilioConnector {
}
