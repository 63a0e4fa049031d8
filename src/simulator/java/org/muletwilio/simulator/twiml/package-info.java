/**
 * TwiML documents: how they are fetched, read and checked.
 * Begin with {@link org.muletwilio.simulator.twiml.Twiml}.
 */
package org.muletwilio.simulator.twiml;
