/**
 * Where an application runs: a Mule server, a domain, a cluster, another locale.
 * Begin with {@link org.muletwilio.functional.environment.MuleServerTest}.
 */
package org.muletwilio.functional.environment;
