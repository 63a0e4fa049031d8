/**
 * Numbers, defaults and names of the documentation, held to the code. Begin with
 * {@link org.muletwilio.documentation.DocumentedNumbersTest}.
 */
package org.muletwilio.documentation;
