package org.muletwilio.simulator.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The endpoints of Twilio's API, from the resource that describes them; none where that is not there. */
final class EndpointCatalogue {

  static final String FORMAT = ".json";

  private static final String RESOURCE = "catalogue.gz";
  private static final int FIRST_PARAMETER = 7;

  private final List<List<String>> enumerations = new ArrayList<>();
  private final List<List<Field>> records = new ArrayList<>();
  private final List<Endpoint> endpoints = new ArrayList<>();

  /** Read at first use, once for all simulators of a JVM: it never changes. */
  private static final class Loaded {

    static final EndpointCatalogue CATALOGUE = load();
  }

  static EndpointCatalogue get() {
    return Loaded.CATALOGUE;
  }

  private static EndpointCatalogue load() {
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
        && host.map(endpoint.host()::equals).orElse(true) && endpoint.match(segments).isPresent())
        .min(Comparator.comparing(Endpoint::variables));
  }

  /**
   * Whether a request can make what the endpoint is about, and its answers tell the name of that; other resources are there from
   * the
   * beginning.
   */
  boolean isMade(Endpoint endpoint) {
    Set<String> shown = shown(endpoint);
    boolean named = endpoint.lastVariable().isEmpty() || shown.contains("sid") || shown.contains("id") || shown.stream()
        .anyMatch(name -> Field.canonical(name).equals(Field.canonical(endpoint.lastVariable().get())));
    boolean here = endpoints.stream().anyMatch(each -> each.action().equals("create") && each.place().equals(endpoint.place()));
    return here || named && endpoints.stream().anyMatch(each -> each.action().equals("create")
        && each.place().equals(endpoint.collectionPlace()));
  }

  /** The endpoint that shows, changes or deletes what a create makes at its own path, or else in the collection at its path. */
  Optional<Endpoint> ofOne(Endpoint create) {
    List<Endpoint> here = endpoints.stream().filter(each -> !each.action().equals("create") && each.place().equals(create
        .place())).toList();
    boolean list = here.stream().anyMatch(each -> each.action().equals("list"));
    return here.stream().filter(each -> !list).findFirst().or(() -> endpoints.stream().filter(each -> each.lastVariable()
        .isPresent()
        && each.collectionPlace().equals(create.place())).findFirst());
  }

  /** What answers show of a resource. */
  Set<String> shown(Endpoint endpoint) {
    Set<String> names = new LinkedHashSet<>();
    endpoint.result().forEach(field -> names.add(field.name()));
    String collection = endpoint.action().equals("create") ? endpoint.place() : endpoint.collectionPlace();
    endpoints.stream().filter(each -> each.collectionPlace().equals(collection) || each.place().equals(collection))
        .forEach(each -> each.result().forEach(field -> names.add(field.name())));
    return names;
  }

  /** The words of an enumeration. */
  List<String> words(ValueType type) {
    return enumerations.get(type.number());
  }

  /** The fields of an object. */
  List<Field> fields(ValueType type) {
    return records.get(type.number());
  }

  /** A path's parts, and its format as one more. */
  static List<String> segments(String path) {
    boolean formatted = path.endsWith(FORMAT);
    String[] parts = (formatted ? path.substring(0, path.length() - FORMAT.length()) : path).substring(1).split("/", -1);
    List<String> segments = new ArrayList<>(Arrays.asList(parts));
    if (formatted) {
      // It comes first, so that it doesn't hide the variable at the end
      segments.add(0, FORMAT);
    }
    return segments;
  }

  private void add(String line) {
    String rest = line.substring(2);
    switch (line.charAt(0)) {
      case 'E' -> enumerations.add(List.of(rest.split("\\|")));
      case 'R' -> records.add(Arrays.stream(rest.split(";")).map(Field::parse).toList());
      case 'O' -> endpoints.add(endpoint(rest.split("\t")));
      default -> { }
    }
  }

  private Endpoint endpoint(String[] values) {
    List<Field> parameters = Arrays.stream(values).skip(FIRST_PARAMETER).map(Field::parse).toList();
    ValueType result = ValueType.parse(values[5]);
    return new Endpoint(values[0].substring(values[0].lastIndexOf('.') + 1), values[1], values[2].replace("https://", ""),
                        segments(values[3]), values[4].equals("J"), Optional.of(values[6]).filter(key -> !key.equals("-")),
                        parameters, result.letter() == 'r' ? fields(result) : List.of());
  }
}
