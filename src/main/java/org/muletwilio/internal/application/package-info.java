/**
 * TwiML applications. Begin with {@link org.muletwilio.internal.application.ApplicationOperations}.
 */
package org.muletwilio.internal.application;
