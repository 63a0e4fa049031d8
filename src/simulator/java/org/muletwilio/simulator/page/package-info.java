/**
 * The page at the API's root: what it shows, what its buttons do, and who may see it.
 * Begin with {@link org.muletwilio.simulator.page.WebPage}; its files are in {@code src/simulator/resources}.
 */
package org.muletwilio.simulator.page;
