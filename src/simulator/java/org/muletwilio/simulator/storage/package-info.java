/**
 * The storage of files beside the API: pictures of messages and the sound of recordings, at addresses of their own.
 * Begin with {@link org.muletwilio.simulator.storage.FileStore}.
 */
package org.muletwilio.simulator.storage;
