package org.muletwilio.testkit.scheduler;

import org.mule.runtime.api.scheduler.SchedulerConfig;
import org.mule.runtime.api.scheduler.SchedulerService;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

/** A scheduler service that refuses some schedulers, as on a machine that has no thread left. */
public final class RefusingSchedulers {

  private RefusingSchedulers() {}

  /**
   * @param service gives all others
   * @param refused asked for the name of each new scheduler, if it has one
   */
  public static SchedulerService of(SchedulerService service, Predicate<String> refused) {
    return (SchedulerService) Proxy.newProxyInstance(RefusingSchedulers.class.getClassLoader(),
        new Class<?>[] {SchedulerService.class}, (proxy, method, arguments) -> {
          if (arguments != null && arguments.length > 0 && arguments[0] instanceof SchedulerConfig) {
            SchedulerConfig config = (SchedulerConfig) arguments[0];
            if (config.hasName() && refused.test(config.getSchedulerName())) {
              throw new RejectedExecutionException("No scheduler '" + config.getSchedulerName() + "' can be had");
            }
          }
          try {
            return method.invoke(service, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
