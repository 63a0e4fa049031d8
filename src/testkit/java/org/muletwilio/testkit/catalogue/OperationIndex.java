package org.muletwilio.testkit.catalogue;

import static java.util.stream.Collectors.joining;

import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.Catalogue;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes the page that lists all operations. */
final class OperationIndex {

  /** Where the documentation has it. */
  static final Path PAGE = Path.of("docs/operations.md");

  private OperationIndex() {}

  static String of(Catalogue catalogue) {
    long operations = operations(catalogue).count();
    long callbacks = operations(catalogue).mapToLong(operation -> operation.getCallbacks().size()).sum();
    long taking = operations(catalogue).filter(operation -> !operation.getCallbacks().isEmpty()).count();
    StringBuilder page =
        new StringBuilder("# Operations of Twilio's API\n\nWritten from the catalogue. `twilio:request` reaches all "
        + operations + " operations in " + catalogue.getApis().size() + " versions of\nAPIs; " + taking
        + " of them take " + callbacks + " callback URLs, each of which can be a flow. See "
        + "[any-endpoint.md](any-endpoint.md).\n");
    for (String api : catalogue.getApis()) {
      page.append("\n## ").append(api).append("\n\n| operation | method and path | callbacks |\n|---|---|---|\n");
      for (String name : catalogue.getOperations(api)) {
        ApiOperation operation = catalogue.find(api, name).orElseThrow();
        page.append("| `").append(name).append("` | ").append(operation.getMethod()).append(" `").append(operation.getPath())
            .append("` | ").append(operation.getCallbacks().stream().map(each -> "`" + each + "`").collect(joining(", ")))
                .append(" |\n");
      }
    }
    return page.toString();
  }

  private static Stream<ApiOperation> operations(Catalogue catalogue) {
    return catalogue.getApis().stream()
        .flatMap(api -> catalogue.getOperations(api).stream().map(name -> catalogue.find(api, name).orElseThrow()));
  }
}
