package org.muletwilio.testkit.catalogue;

import java.util.Map;

import com.twilio.http.Request;

/**
 * A request of the SDK.
 *
 * @param request what the SDK sends
 * @param parameters the values that it was given, by Twilio's names
 */
record SampleRequest(Request request, Map<String, Object> parameters) {}
