/**
 * Small extensions for the flows of tests: work that takes time and is counted, queues, and answers as bytes or streams. Begin
 * with {@link org.muletwilio.testkit.work.WorkExtension}.
 */
package org.muletwilio.testkit.work;
