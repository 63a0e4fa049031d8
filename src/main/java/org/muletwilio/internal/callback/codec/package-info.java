/**
 * Bytes and text: escapes, forms, path segments, hashes, bounded bodies and bounded logs; nothing here knows what a callback is.
 * Begin with {@link org.muletwilio.internal.callback.codec.FormFields} and {@link
 * org.muletwilio.internal.callback.codec.SafeLogger}.
 */
package org.muletwilio.internal.callback.codec;
