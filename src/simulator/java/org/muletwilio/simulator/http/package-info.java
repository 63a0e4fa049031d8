/**
 * Requests to a user's server: where a callback's URL leads, and with which time-outs.
 * Begin with {@link org.muletwilio.simulator.http.HttpSender}.
 */
package org.muletwilio.simulator.http;
