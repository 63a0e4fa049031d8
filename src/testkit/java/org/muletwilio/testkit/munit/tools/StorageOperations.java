package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.annotation.metadata.OutputResolver;
import org.mule.runtime.extension.api.annotation.param.Content;
import org.mule.runtime.extension.api.annotation.param.MediaType;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.runtime.operation.Result;

import org.muletwilio.testkit.module.content.AnyOutput;

import java.util.concurrent.TimeUnit;
import javax.inject.Inject;

/**
 * Values that are kept during a test, queues that a test waits on, and sleeping.
 */
public class StorageOperations {

  @Inject
  private Storage storage;

  public void store(String key, @Optional(defaultValue = "false") boolean failIfPresent, @Content TypedValue<Object> value) {
    storage.store(key, value, failIfPresent);
  }

  @MediaType(value = MediaType.ANY, strict = false)
  @OutputResolver(output = AnyOutput.class)
  public Result<Object, Void> retrieve(String key) {
    return result(storage.retrieve(key));
  }

  @MediaType(value = MediaType.ANY, strict = false)
  @OutputResolver(output = AnyOutput.class)
  public Result<Object, Void> remove(String key) {
    return result(storage.remove(key));
  }

  public void clearStoredData() {
    storage.clearValues();
  }

  public void queue(@Optional(defaultValue = "default") String queueName, @Content TypedValue<Object> value) {
    storage.queue(queueName, value);
  }

  @MediaType(value = MediaType.ANY, strict = false)
  @OutputResolver(output = AnyOutput.class)
  public Result<Object, Void> dequeue(@Optional(defaultValue = "default") String queueName,
                                      @Optional(defaultValue = "30") long timeout,
                                      @Optional(defaultValue = "SECONDS") TimeUnit timeoutUnit)
      throws InterruptedException {
    return result(storage.dequeue(queueName, timeoutUnit.toNanos(timeout)).orElseThrow(
        () -> new AssertionError("Nothing came into queue '" + queueName + "' within " + timeout + " " + timeoutUnit)));
  }

  public void sleep(long time, @Optional(defaultValue = "MILLISECONDS") TimeUnit timeUnit) throws InterruptedException {
    storage.sleep(timeUnit.toNanos(time));
  }

  private static Result<Object, Void> result(TypedValue<?> value) {
    return Result.<Object, Void>builder().output(value.getValue()).mediaType(value.getDataType().getMediaType()).build();
  }
}
