package org.muletwilio.testkit.module.request;

import java.util.Optional;

/** {@code http:authentication}: how requests say who sends them. */
public interface RequestAuthentication {

  /** @return the value of the header Authorization */
  Optional<String> authorization();
}
