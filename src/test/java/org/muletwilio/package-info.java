/** The rules of the house, held against classes and sources. Begin with {@link org.muletwilio.ArchitectureTest}. */
package org.muletwilio;
