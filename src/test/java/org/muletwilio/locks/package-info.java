/**
 * What is done while a lock is held, read from bytecode. Begin with {@link org.muletwilio.locks.LocksTest}; it tries the reader
 * on {@link org.muletwilio.locks.BadLocks}, which never runs.
 */
package org.muletwilio.locks;
