/**
 * What the documentation shows is true, and the examples are whole.
 * Begin with {@link org.muletwilio.functional.documentation.DocumentationTest}.
 */
package org.muletwilio.functional.documentation;
