package org.muletwilio.internal.request.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.emptyMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The lines of the catalogue's resource. Each is kept as it is until somebody asks for it: one application uses a few operations
 * of many. A line has a letter and then values that are separated by tabs: E for an enumeration, R for a record, A for an API,
 * and O for an operation of the API before it.
 */
final class CatalogueText {

  private static final String RESOURCE = "catalogue.gz";
  private static final char ENUMERATION = 'E';
  private static final char RECORD = 'R';
  private static final char API = 'A';

  private final List<String> enumerations = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private final Map<String, Map<String, String>> operations = new TreeMap<>();

  private CatalogueText() {}

  static CatalogueText load() {
    try (InputStream resource = CatalogueText.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("the connector's jar has no " + RESOURCE);
      }
      return read(new GZIPInputStream(resource));
    } catch (IOException e) {
      throw new IllegalStateException("the connector's " + RESOURCE + " can't be read", e);
    }
  }

  static CatalogueText read(InputStream lines) throws IOException {
    CatalogueText text = new CatalogueText();
    BufferedReader reader = new BufferedReader(new InputStreamReader(lines, UTF_8));
    Map<String, String> api = null;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String rest = line.substring(2);
      if (line.charAt(0) == ENUMERATION) {
        text.enumerations.add(rest);
      } else if (line.charAt(0) == RECORD) {
        text.records.add(rest);
      } else if (line.charAt(0) == API) {
        api = new TreeMap<>();
        text.operations.put(rest, api);
      } else {
        api.put(rest.substring(0, rest.indexOf('\t')), rest);
      }
    }
    return text;
  }

  Set<String> getApis() {
    return operations.keySet();
  }

  Set<String> getOperations(String api) {
    return operations.getOrDefault(api, emptyMap()).keySet();
  }

  Optional<ApiOperation> find(String api, String name) {
    return Optional.ofNullable(operations.getOrDefault(api, emptyMap()).get(name))
        .map(line -> ApiOperation.parse(api, line, this));
  }

  /** @return the words of an enumeration */
  String[] getEnumeration(int number) {
    return enumerations.get(number).split("\\|");
  }

  /** @return the fields of a record */
  List<ApiField> getRecord(int number) {
    List<ApiField> fields = new ArrayList<>();
    for (String field : records.get(number).split(";")) {
      fields.add(ApiField.parse(field, this));
    }
    return fields;
  }
}
