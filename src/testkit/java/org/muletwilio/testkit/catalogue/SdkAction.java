package org.muletwilio.testkit.catalogue;

import com.twilio.base.Creator;
import com.twilio.base.Deleter;
import com.twilio.base.Fetcher;
import com.twilio.base.Reader;
import com.twilio.base.ResourceDeleter;
import com.twilio.base.Updater;

/** What an operation of the SDK does, by the class that it extends. */
enum SdkAction {

  CREATE(Creator.class, "create"),
  FETCH(Fetcher.class, "fetch"),
  LIST(Reader.class, "firstPage"),
  UPDATE(Updater.class, "update"),
  DELETE(Deleter.class, "delete"),
  DELETE_WITH_ANSWER(ResourceDeleter.class, "delete");

  private final Class<?> base;
  private final String method;

  SdkAction(Class<?> base, String method) {
    this.base = base;
    this.method = method;
  }

  static SdkAction of(Class<?> operation) {
    for (SdkAction action : values()) {
      if (action.base.isAssignableFrom(operation)) {
        return action;
      }
    }
    throw new IllegalArgumentException(operation + " is not an operation of the SDK");
  }

  /** @return the name of the method that sends the request */
  String getMethod() {
    return method;
  }
}
