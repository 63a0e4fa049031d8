package org.muletwilio.internal.callback;

/** Why requests are refused. */
enum Refusal {

  UNSIGNED("requests without a signature"), WRONGLY_SIGNED("requests with a wrong signature"), MALFORMED("malformed requests"),
  WRONG_STATE("browsers with a wrong or an old state"), TOO_LARGE("requests that were too large"),
  TOO_SLOW("requests that came too slowly"), NO_THREAD("requests for which no thread was free"),
  NO_FORM("requests with JSON for a flow that takes a form");

  private final String requests;

  Refusal(String requests) {
    this.requests = requests;
  }

  /** @return one callback, of whom and for which flow, as the log begins to tell why it is refused */
  static String callback(String remote, String flow) {
    return "a callback from " + remote + " for flow '" + flow + "'";
  }

  /** @return how to call many of them */
  String getRequests() {
    return requests;
  }
}
