/**
 * What tests do with the log: take the lines of one logger, and fail where an error is logged that nobody expects. Begin with
 * {@link org.muletwilio.testkit.log.LogLines}.
 */
package org.muletwilio.testkit.log;
