package org.muletwilio.internal.messagingservice;

import static java.util.Collections.emptyList;
import static java.util.stream.Collectors.toList;
import static org.muletwilio.internal.operation.SdkValues.filled;

import org.muletwilio.api.resource.MessagingService;
import org.muletwilio.api.resource.MessagingServiceBuilder;
import org.muletwilio.api.resource.MessagingServiceNumber;
import org.muletwilio.api.resource.MessagingServiceNumberBuilder;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.service.PhoneNumber;

/** Converts the SDK's messaging services into the connector's own, which applications see. */
final class MessagingServices {

  private MessagingServices() {}

  static MessagingService read(InputStream json, ObjectMapper mapper) {
    return toApi(Service.fromJson(json, mapper));
  }

  static MessagingServiceNumber readNumber(InputStream json, ObjectMapper mapper) {
    return toNumber(PhoneNumber.fromJson(json, mapper));
  }

  static MessagingService toApi(Service service) {
    return new MessagingServiceBuilder()
        .sid(filled(service.getSid()))
        .accountSid(filled(service.getAccountSid()))
        .friendlyName(filled(service.getFriendlyName()))
        .inboundRequestUrl(filled(service.getInboundRequestUrl()))
        .fallbackUrl(filled(service.getFallbackUrl()))
        .statusCallbackUrl(filled(service.getStatusCallback()))
        .useInboundWebhookOnNumber(service.getUseInboundWebhookOnNumber())
        .stickySender(service.getStickySender())
        .mmsConverter(service.getMmsConverter())
        .smartEncoding(service.getSmartEncoding())
        .fallbackToLongCode(service.getFallbackToLongCode())
        .areaCodeGeomatch(service.getAreaCodeGeomatch())
        .validityPeriod(service.getValidityPeriod())
        .usecase(filled(service.getUsecase()))
        .usAppToPersonRegistered(service.getUsAppToPersonRegistered())
        .dateCreated(service.getDateCreated())
        .dateUpdated(service.getDateUpdated())
        .build();
  }

  static MessagingServiceNumber toNumber(PhoneNumber number) {
    return new MessagingServiceNumberBuilder()
        .sid(filled(number.getSid()))
        .serviceSid(filled(number.getServiceSid()))
        .accountSid(filled(number.getAccountSid()))
        .phoneNumber(filled(number.getPhoneNumber()))
        .countryCode(filled(number.getCountryCode()))
        .capabilities(capabilities(number.getCapabilities()))
        .dateCreated(number.getDateCreated())
        .dateUpdated(number.getDateUpdated())
        .build();
  }

  private static List<String> capabilities(List<String> told) {
    return told == null ? emptyList() : told.stream().filter(Objects::nonNull).collect(toList());
  }
}
