package org.muletwilio.testkit.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.internal.request.catalogue.Catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the catalogue's resource anew, for a new version of the Twilio SDK; a second run, with the new resource on the class
 * path, writes the page that lists its operations.
 */
public final class GenerateCatalogue {

  /** Where the connector has it. */
  static final Path RESOURCE = Path.of("src/main/resources/org/muletwilio/internal/request/catalogue/catalogue.gz");

  private GenerateCatalogue() {}

  /** @param arguments where to write it; by default where the connector has it */
  public static void main(String[] arguments) throws IOException {
    Path file = arguments.length > 0 ? Path.of(arguments[0]) : RESOURCE;
    List<String> lines = new CatalogueWriter().lines();
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text(lines).getBytes(UTF_8));
    }
    if (file.equals(RESOURCE)) {
      Files.writeString(OperationIndex.PAGE, OperationIndex.of(new Catalogue()));
    }
    System.out.println(lines.size() + " lines, " + Files.size(file) + " bytes in " + file);
  }

  static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
