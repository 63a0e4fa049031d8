/**
 * Turns text and bytes of a media type into values, and back. Begin with {@link
 * org.muletwilio.testkit.expression.format.Formats}; {@link org.muletwilio.testkit.expression.format.Content} looks at what an
 * event carries.
 */
package org.muletwilio.testkit.expression.format;
