package org.muletwilio.testkit.module;

import org.mule.runtime.extension.api.annotation.Configurations;
import org.mule.runtime.extension.api.annotation.Extension;
import org.mule.runtime.extension.api.annotation.SubTypeMapping;
import org.mule.runtime.extension.api.annotation.dsl.xml.Xml;
import org.mule.runtime.extension.api.annotation.error.ErrorTypes;

import org.muletwilio.testkit.module.listener.ListenerConfig;
import org.muletwilio.testkit.module.request.BasicAuthentication;
import org.muletwilio.testkit.module.request.FailureStatusCodeValidator;
import org.muletwilio.testkit.module.request.HttpError;
import org.muletwilio.testkit.module.request.RequestAuthentication;
import org.muletwilio.testkit.module.request.RequestConfig;
import org.muletwilio.testkit.module.request.ResponseValidator;
import org.muletwilio.testkit.module.request.SuccessStatusCodeValidator;

/** The listener and the request. An element or attribute that isn't among them is refused at start. */
@Extension(name = "HTTP", vendor = "org.muletwilio")
@Xml(prefix = "http")
@Configurations({ListenerConfig.class, RequestConfig.class})
@ErrorTypes(HttpError.class)
@SubTypeMapping(baseType = ResponseValidator.class,
    subTypes = {SuccessStatusCodeValidator.class, FailureStatusCodeValidator.class})
@SubTypeMapping(baseType = RequestAuthentication.class, subTypes = BasicAuthentication.class)
public class HttpExtension {
}
