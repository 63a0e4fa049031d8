/**
 * Bytes and text: escapes, forms, path segments, hashes, bounded bodies and bounded logs. Nothing here knows what a callback is.
 */
package org.muletwilio.internal.callback.codec;
