/**
 * The parameters of sources in XML, and what Studio offers for them. Begin with {@link
 * org.muletwilio.internal.source.parameter.MessageTarget}.
 */
package org.muletwilio.internal.source.parameter;
