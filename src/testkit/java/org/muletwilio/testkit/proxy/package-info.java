/**
 * Proxies between Twilio, the application and the API: nginx, a plain reverse proxy and a forward proxy. Begin with {@link
 * org.muletwilio.testkit.proxy.ReverseProxy}.
 */
package org.muletwilio.testkit.proxy;
