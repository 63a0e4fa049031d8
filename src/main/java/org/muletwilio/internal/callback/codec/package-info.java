/**
 * Bytes and text: escapes, forms, path segments, hashes and bounded bodies. Nothing here knows what a callback is.
 */
package org.muletwilio.internal.callback.codec;
