/**
 * Which flows have run, kept in an object store that outlives this process and that several nodes may share: whoever wants to run
 * a flow for an event claims it first. Begin with {@link org.muletwilio.internal.callback.claim.Claims}.
 */
package org.muletwilio.internal.callback.claim;
