%dw 2.0
/**
 * Callbacks of Twilio's, for tests of the flows that get them. A sample's name is that of its file in twilio/callback, such as
 * message-status/delivered.
 */
import mergeWith from dw::core::Objects

/** A sample: an object with payload and attributes. */
fun sampleOf(name: String) = readUrl("classpath://twilio/callback/" ++ name ++ ".json", "application/json")

/** The payload of a sample, with other values for some of Twilio's fields. */
fun payloadOf(name: String, changes: Object = {}) = do {
  var payload = sampleOf(name).payload
  ---
  if (payload is Object) payload mergeWith changes else payload
}

/** The attributes of a sample, with other values for some of them, such as {context: {order: '4711'}}. */
fun attributesOf(name: String, changes: Object = {}) =
  (sampleOf(name).attributes mapObject ((value, key) -> {
    (key): if (value != null and (["timestamp", "receivedAt"] contains (key as String))) value as DateTime else value
  })) mergeWith changes
