package org.muletwilio.testkit.catalogue;

/**
 * A parameter of an operation.
 *
 * @param name as Twilio has it
 * @param place where it goes
 * @param required whether the SDK can't make the request without it
 * @param type in the notation of the catalogue
 */
record SdkParameter(String name, Place place, boolean required, String type) {

  /** Where a parameter goes. */
  enum Place {
    BODY, QUERY, HEADER
  }
}
