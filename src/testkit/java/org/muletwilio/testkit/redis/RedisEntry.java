package org.muletwilio.testkit.redis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import org.apache.commons.io.input.ClassLoaderObjectInputStream;
import org.apache.commons.lang3.SerializationUtils;

/**
 * A value in Redis, serialized behind the time when it was stored.
 *
 * @param sinceMillis when it was stored
 */
record RedisEntry(long sinceMillis, Serializable value) {

  static RedisEntry now(Serializable value) {
    return new RedisEntry(System.currentTimeMillis(), value);
  }

  byte[] toBytes() {
    byte[] serialized = SerializationUtils.serialize(value);
    return ByteBuffer.allocate(Long.BYTES + serialized.length).putLong(sinceMillis).put(serialized).array();
  }

  /** @throws IllegalStateException if it is of a class that the application does not have */
  static RedisEntry of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long since = buffer.getLong();
    try (ObjectInputStream value = new ClassLoaderObjectInputStream(Thread.currentThread().getContextClassLoader(),
        new ByteArrayInputStream(bytes, Long.BYTES, buffer.remaining()))) {
      return new RedisEntry(since, (Serializable) value.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The value is of a class that the application does not have", e);
    }
  }
}
