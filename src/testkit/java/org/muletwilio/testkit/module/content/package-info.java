/**
 * What the stand-ins share: bodies as bytes, and metadata. Begin with {@link org.muletwilio.testkit.module.content.Bodies}.
 */
package org.muletwilio.testkit.module.content;
