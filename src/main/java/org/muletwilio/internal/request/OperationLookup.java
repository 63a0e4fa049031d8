package org.muletwilio.internal.request;

import static org.muletwilio.internal.operation.Validation.invalid;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.codec.NearestNames;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.Catalogue;

import java.util.List;

/** Finds the operation that a user names, or says which names are like it. */
final class OperationLookup {

  private OperationLookup() {}

  /**
   * @param element the operation's name in XML, for messages
   * @param catalogue knows all operations
   * @param key names one
   * @return the operation
   * @throws TwilioException if there is none of that name
   */
  static ApiOperation find(String element, Catalogue catalogue, OperationKey key) {
    String api = key.getApi();
    String name = key.getOperation();
    return catalogue.find(api, name).orElseThrow(() -> catalogue.getApis().contains(api)
        ? invalid(element, "API '" + api + "' has no operation '" + Excerpt.of(name) + "'"
            + like(catalogue.getOperationsLike(api, name)))
        : invalid(element, "Twilio has no API '" + Excerpt.of(api) + "'" + like(catalogue.getApisLike(api))));
  }

  /** @return the proposal that ends a message; nothing where no name is like the one given */
  static String like(List<String> names) {
    return NearestNames.proposal(names);
  }
}
