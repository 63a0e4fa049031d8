/**
 * Random input for the callbacks' readers: mutations, hostile texts and their signatures. Begin with {@link
 * org.muletwilio.testkit.fuzz.Mutation}.
 */
package org.muletwilio.testkit.fuzz;
