/**
 * What a flow may do with a callback, and what becomes of one that fails or hangs.
 * Begin with {@link org.muletwilio.functional.flow.FlowReferencesTest}.
 */
package org.muletwilio.functional.flow;
