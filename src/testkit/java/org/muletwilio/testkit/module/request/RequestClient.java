package org.muletwilio.testkit.module.request;

import org.mule.runtime.http.api.client.HttpClient;

import java.util.Optional;

/**
 * What sends requests.
 *
 * @param server such as {@code http://localhost:8081}; nothing where each request names a URL
 */
public record RequestClient(HttpClient http, Optional<String> server, Optional<RequestAuthentication> authentication) {
}
