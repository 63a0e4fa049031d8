/**
 * Object stores in a real Redis, which several nodes share, in place of Mule's persistent ones. Begin with {@link
 * org.muletwilio.testkit.redis.RedisObjectStore}.
 */
package org.muletwilio.testkit.redis;
