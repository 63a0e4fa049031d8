package org.muletwilio.simulator.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The endpoints of Twilio's API, from the resource that describes them; none where that is not there. */
final class EndpointCatalogue {

  private static final String RESOURCE = "catalogue.gz";
  private static final int FIRST_PARAMETER = 7;

  private final List<List<String>> enumerations = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private final List<Endpoint> endpoints = new ArrayList<>();

  static EndpointCatalogue load() {
    EndpointCatalogue catalogue = new EndpointCatalogue();
    try (InputStream resource = EndpointCatalogue.class.getResourceAsStream(RESOURCE)) {
      if (resource != null) {
        new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), UTF_8)).lines().forEach(catalogue::add);
      }
      return catalogue;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @param host whose endpoint it must be, where that is said */
  Optional<Endpoint> find(Optional<String> host, String method, String path) {
    List<String> segments = segments(path);
    return endpoints.stream().filter(endpoint -> endpoint.method().equals(method)
        && host.map(endpoint.host()::equals).orElse(true) && endpoint.match(segments).isPresent()).findFirst();
  }

  /** A path's parts, and its format as one more. */
  static List<String> segments(String path) {
    String[] parts = (path.endsWith(".json") ? path.substring(0, path.length() - ".json".length()) + "/.json" : path).substring(1)
        .split("/", -1);
    // the variable comes last, so that what follows it doesn't hide it
    if (parts[parts.length - 1].equals(".json")) {
      List<String> segments = new ArrayList<>(List.of(".json"));
      segments.addAll(Arrays.asList(parts).subList(0, parts.length - 1));
      return segments;
    }
    return Arrays.asList(parts);
  }

  private void add(String line) {
    String rest = line.substring(2);
    switch (line.charAt(0)) {
      case 'E' -> enumerations.add(List.of(rest.split("\\|")));
      case 'R' -> records.add(rest);
      case 'O' -> endpoints.add(endpoint(rest.split("\t")));
      default -> { }
    }
  }

  private Endpoint endpoint(String[] values) {
    List<Field> parameters = Arrays.stream(values).skip(FIRST_PARAMETER).map(text -> Field.parse(text, enumerations)).toList();
    List<Field> result = values[5].charAt(0) == 'r'
        ? Arrays.stream(records.get(Integer.parseInt(values[5].substring(1).replace("*", ""))).split(";"))
            .map(text -> Field.parse(text, enumerations)).toList() : List.of();
    return new Endpoint(values[0].substring(values[0].lastIndexOf('.') + 1), values[1], values[2].replace("https://", ""),
                        segments(values[3]), values[4].equals("J"), Optional.of(values[6]).filter(key -> !key.equals("-")),
                        parameters, result);
  }
}
