package org.muletwilio.testkit.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What the SDK says of one operation.
 *
 * @param sdkClass its class
 * @param action what it does
 * @param method the HTTP method
 * @param origin scheme and host
 * @param path with its variables in braces
 * @param json whether parameters of the body are JSON, and not a form
 * @param parameters in the order of the SDK
 * @param result the type of what Twilio answers, in the notation of the catalogue
 * @param listKey the name under which a page has its entries
 */
record SdkOperation(Class<?> sdkClass, SdkAction action, String method, String origin, String path, boolean json,
                    List<SdkParameter> parameters, String result, Optional<String> listKey) {}
