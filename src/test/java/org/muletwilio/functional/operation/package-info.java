/**
 * What operations send and return, what they refuse, and what Studio offers for them.
 * Begin with {@link org.muletwilio.functional.operation.SendMessageTest}.
 */
package org.muletwilio.functional.operation;
