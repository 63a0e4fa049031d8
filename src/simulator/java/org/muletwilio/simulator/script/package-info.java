/**
 * What the other side does: how messages to a number end, how calls to or from it go.
 * Begin with {@link org.muletwilio.simulator.script.Script}.
 */
package org.muletwilio.simulator.script;
