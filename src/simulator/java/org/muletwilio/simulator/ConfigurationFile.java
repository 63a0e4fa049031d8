package org.muletwilio.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.JsonReader;
import org.muletwilio.simulator.resource.Form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A configuration file in JSON: the options of the command line by their names without dashes, and what the account owns and what
 * happens in it, with the parameters of the REST paths.
 */
final class ConfigurationFile {

  /**
   * The sections that can change while the simulator runs, and the REST paths that take their entries, in the order in which they
   * are applied.
   */
  private static final Map<String, String> SECTIONS = sections();

  private final Path file;
  private final Map<String, Object> content;

  private ConfigurationFile(Path file, Map<String, Object> content) {
    this.file = file;
    this.content = content;
  }

  private static Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("numbers", "numbers");
    sections.put("senders", "senders");
    sections.put("messagingServices", "messaging-services");
    sections.put("outcomes", "outcomes");
    sections.put("optOuts", "opt-outs");
    sections.put("faults", "faults");
    sections.put("apiFaults", "api-faults");
    return sections;
  }

  /** @throws IllegalArgumentException if it can't be read */
  static ConfigurationFile read(Path file) {
    try {
      return new ConfigurationFile(file, JsonReader.object(Files.readString(file, UTF_8)));
    } catch (IOException e) {
      throw new IllegalArgumentException("can't be read: " + e.getMessage(), e);
    } catch (ApiError e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** When the file was changed last, or the beginning of time if it isn't there. */
  static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  Path file() {
    return file;
  }

  /** Its options as the command line has them. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    content.forEach((name, value) -> {
      if (!SECTIONS.containsKey(name) && !name.equals("accounts")) {
        for (Object one : listOf(name, value)) {
          if (!Boolean.FALSE.equals(one)) {
            arguments.add("--" + name);
          }
          if (!(one instanceof Boolean)) {
            arguments.add(String.valueOf(one));
          }
        }
      }
    });
    return arguments;
  }

  /** Adds its accounts with their API keys. @return whether there are any */
  boolean addAccounts(TwilioSimulatorBuilder builder) {
    List<Map<?, ?>> accounts = entries("accounts");
    for (Map<?, ?> account : accounts) {
      String sid = text(account, "accountSid");
      builder.account(sid, text(account, "authToken"));
      if (account.get("apiKeys") instanceof List<?> keys) {
        for (Object key : keys) {
          if (!(key instanceof Map<?, ?> apiKey)) {
            throw new IllegalArgumentException("accounts: apiKeys is not a list of objects");
          }
          builder.apiKey(sid, text(apiKey, "sid"), text(apiKey, "secret"));
        }
      }
    }
    return !accounts.isEmpty();
  }

  /** @throws IllegalArgumentException if an entry is wrong, naming it */
  void apply(TwilioSimulator simulator) {
    SECTIONS.forEach((section, path) -> {
      List<Map<?, ?>> entries = entries(section);
      for (int i = 0; i < entries.size(); i++) {
        try {
          simulator.configure(path, form(entries.get(i)));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(section + "[" + i + "]: " + e.getMessage(), e);
        }
      }
    });
  }

  private static Form form(Map<?, ?> entry) {
    Form form = Form.EMPTY;
    for (Map.Entry<?, ?> field : entry.entrySet()) {
      for (Object value : listOf(String.valueOf(field.getKey()), field.getValue())) {
        form = form.with(String.valueOf(field.getKey()), String.valueOf(value));
      }
    }
    return form;
  }

  /** The entries of a section, which is one or a list. */
  private List<Map<?, ?>> entries(String section) {
    Object value = content.getOrDefault(section, List.of());
    List<Map<?, ?>> entries = new ArrayList<>();
    for (Object one : listOf(section, value)) {
      if (!(one instanceof Map<?, ?> entry)) {
        throw new IllegalArgumentException(section + " is not a list of objects");
      }
      entries.add(entry);
    }
    return entries;
  }

  /** A value, or the values of a list. */
  private static List<?> listOf(String name, Object value) {
    List<?> values = value instanceof List<?> list ? list : Collections.singletonList(value);
    if (values.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException(name + " is null");
    }
    return values;
  }

  private static String text(Map<?, ?> entry, String name) {
    if (!(entry.get(name) instanceof String text)) {
      throw new IllegalArgumentException("accounts: " + name + " is missing");
    }
    return text;
  }
}
