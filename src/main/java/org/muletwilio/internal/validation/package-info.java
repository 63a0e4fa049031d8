/**
 * Checks the operations of an application when it starts, as far as Mule tells what they say. Begin with {@link
 * org.muletwilio.internal.validation.OperationValidator}.
 */
package org.muletwilio.internal.validation;
