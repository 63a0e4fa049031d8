package org.muletwilio.simulator.parameter;

import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;

import java.util.List;
import java.util.Locale;

/** Copies parameters of requests to resources: VoiceUrl becomes the property voice_url. */
public final class Properties {

  private Properties() {}

  /** @param names the parameters that may be set; those that are missing stay as they are */
  public static Resource set(Resource resource, Form form, List<String> names) {
    Resource changed = resource;
    for (String name : names) {
      if (form.first(name).isPresent()) {
        changed = changed.with(property(name), value(form.first(name).get()));
      }
    }
    return changed;
  }

  /** @throws ApiError if one of them is a URL that Twilio does not accept */
  public static void checkUrls(Form form, List<String> names, UrlRules rules, int code) {
    for (String name : names) {
      boolean address = name.endsWith("Url") || name.endsWith("Callback");
      form.filled(name).filter(url -> address && !rules.accept(url)).ifPresent(url -> {
        throw ApiError.invalid(code, name + " is not a valid URL: " + url);
      });
    }
  }

  private static Object value(String text) {
    return switch (text) {
      case "" -> null;
      case "true", "false" -> Boolean.valueOf(text);
      default -> text;
    };
  }

  public static String property(String name) {
    StringBuilder property = new StringBuilder();
    for (char c : name.toCharArray()) {
      property.append(Character.isUpperCase(c) && property.length() > 0 ? "_" : "").append(c);
    }
    return property.toString().toLowerCase(Locale.ROOT);
  }
}
