package org.muletwilio.internal.callback.lifecycle;

import org.mule.runtime.api.exception.MuleException;

/** Opens a resource, such as a listener or a client. It may take a while, and runs under no lock. */
@FunctionalInterface
public interface ResourceOpener<T> {

  /**
   * @return the open resource
   * @throws MuleException if it can't be opened, saying why
   */
  T open() throws MuleException;
}
