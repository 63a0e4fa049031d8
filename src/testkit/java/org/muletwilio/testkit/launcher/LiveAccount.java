package org.muletwilio.testkit.launcher;

import org.muletwilio.testkit.project.UsageException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A real account at Twilio, from the environment.
 */
final class LiveAccount {

  private static final Map<String, String> VARIABLES_BY_PROPERTY = variablesByProperty();

  private LiveAccount() {}

  /**
   * @param environment the process's
   * @param given properties that need no variable
   * @return the application's properties
   * @throws UsageException that names each variable which is missing
   */
  static Map<String, String> properties(Map<String, String> environment, Map<String, String> given) {
    Map<String, String> properties = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    VARIABLES_BY_PROPERTY.forEach((property, variable) -> {
      String value = environment.getOrDefault(variable, "");
      if (!value.isBlank()) {
        properties.put(property, value);
      } else if (!given.containsKey(property)) {
        missing.add(variable);
      }
    });
    if (!missing.isEmpty()) {
      throw new UsageException("--live needs a real account; the environment lacks " + String.join(", ", missing));
    }
    properties.put("twilio.baseUri", "https://api.twilio.com");
    properties.put("twilio.remotePort", "443");
    return properties;
  }

  private static Map<String, String> variablesByProperty() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("twilio.accountSid", "TWILIO_ACCOUNT_SID");
    variables.put("twilio.authToken", "TWILIO_AUTH_TOKEN");
    variables.put("twilio.from", "TWILIO_FROM");
    variables.put("twilio.to", "TWILIO_TO");
    variables.put("twilio.domain", "TWILIO_DOMAIN");
    return variables;
  }
}
