package org.muletwilio.functional.outbound;

/** Each operation that has a path parameter. */
enum PathOperation {

  GET_MESSAGE("get-message", "messageSid", "SM", ""),
  GET_CALL("get-call", "callSid", "CA", ""),
  UPDATE_CALL("update-call", "callSid", "CA", "end='COMPLETED'"),
  START_RECORDING("start-recording", "callSid", "CA", ""),
  START_TRANSCRIPTION("start-transcription", "callSid", "CA", ""),
  GET_NUMBER("get-incoming-phone-number", "incomingPhoneNumberSid", "PN", ""),
  UPDATE_NUMBER("update-incoming-phone-number", "incomingPhoneNumberSid", "PN", "friendlyName='x'"),
  RELEASE_NUMBER("release-incoming-phone-number", "incomingPhoneNumberSid", "PN", ""),
  GET_APPLICATION("get-application", "applicationSid", "AP", ""),
  UPDATE_APPLICATION("update-application", "applicationSid", "AP", "friendlyName='x'"),
  DELETE_APPLICATION("delete-application", "applicationSid", "AP", ""),
  GET_SERVICE("get-messaging-service", "messagingServiceSid", "MG", ""),
  UPDATE_SERVICE("update-messaging-service", "messagingServiceSid", "MG", "friendlyName='x'"),
  AUTHORIZE("authorize-url", "connectAppSid", "CN", "flow-ref='back'"),
  DELETE_SERVICE("delete-messaging-service", "messagingServiceSid", "MG", ""),
  LIST_SERVICE_NUMBERS("list-messaging-service-numbers", "messagingServiceSid", "MG", ""),
  ADD_SERVICE_NUMBER("add-messaging-service-number", "messagingServiceSid", "MG", "incomingPhoneNumberSid='PN" + Sid.HEX + "'"),
  ADD_NUMBER_TO_SERVICE("add-messaging-service-number", "incomingPhoneNumberSid", "PN",
      "messagingServiceSid='MG" + Sid.HEX + "'"),
  REMOVE_SERVICE_NUMBER("remove-messaging-service-number", "messagingServiceSid", "MG",
      "incomingPhoneNumberSid='PN" + Sid.HEX + "'"),
  REMOVE_NUMBER_FROM_SERVICE("remove-messaging-service-number", "incomingPhoneNumberSid", "PN",
      "messagingServiceSid='MG" + Sid.HEX + "'"),
  ADD_PARTICIPANT("add-participant", "conference", null, "to='+15551234567' from='+15005550006'");

  final String element;
  final String parameter;
  final String prefix;
  private final String others;

  PathOperation(String element, String parameter, String prefix, String others) {
    this.element = element;
    this.parameter = parameter;
    this.prefix = prefix;
    this.others = others;
  }

  String flow() {
    return "<flow name='" + name() + "'><twilio:" + element + " config-ref='Twilio' " + parameter + "='#[payload]' " + others
        + "/></flow>";
  }

  /** What is behind the prefix of a SID. */
  static final class Sid {

    static final String HEX = "0123456789abcdef".repeat(2);

    private Sid() {}
  }
}
