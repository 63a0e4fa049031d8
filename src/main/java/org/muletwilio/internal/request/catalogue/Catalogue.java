package org.muletwilio.internal.request.catalogue;

import org.muletwilio.internal.callback.codec.NearestNames;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The operations of Twilio's API, by API and name. The resource behind it is read at the first question. Thread-safe. */
public class Catalogue {

  /** A flow requests the same operation again and again, and to read its line takes longer than to make a callback's address. */
  private static final int REMEMBERED = 64;

  private final AtomicReferenceArray<ApiOperation> remembered = new AtomicReferenceArray<>(REMEMBERED);
  private volatile CatalogueText text;

  /** @return the names of the APIs with their versions, such as <code>verify.v2</code>, in alphabetical order */
  public Set<String> getApis() {
    return text().getApis();
  }

  /**
   * @param api an API with its version
   * @return the names of its operations, such as <code>Services.Verifications.create</code>; none where there is no such API
   */
  public Set<String> getOperations(String api) {
    return text().getOperations(api);
  }

  /**
   * @param api an API with its version
   * @param operation the name of an operation
   * @return the operation, or empty where there is none of that name
   */
  public Optional<ApiOperation> find(String api, String operation) {
    int place = 31 * api.hashCode() + operation.hashCode() & REMEMBERED - 1;
    ApiOperation known = remembered.get(place);
    if (known != null && known.getName().equals(operation) && known.getApi().equals(api)) {
      return Optional.of(known);
    }
    Optional<ApiOperation> found = text().find(api, operation);
    found.ifPresent(each -> remembered.set(place, each));
    return found;
  }

  /** @return the names of APIs that are spelled most like the one given */
  public List<String> getApisLike(String api) {
    return NearestNames.to(api, getApis());
  }

  /** @return the names of the API's operations that are spelled most like the one given */
  public List<String> getOperationsLike(String api, String operation) {
    return NearestNames.to(operation, getOperations(api));
  }

  private CatalogueText text() {
    CatalogueText known = text;
    if (known == null) {
      // Two threads may read the resource at once; they read the same
      known = CatalogueText.load();
      text = known;
    }
    return known;
  }
}
