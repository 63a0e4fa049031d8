package org.muletwilio.testkit.check;

import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.config.api.XmlConfigurationDocumentLoader;
import org.mule.runtime.config.api.XmlGathererErrorHandler;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.xml.sax.SAXParseException;

/** All messages of Mule's own parser about a file, with the schemas of the extensions, not the first alone. */
final class SchemaErrors implements XmlGathererErrorHandler {

  private final List<SAXParseException> errors = new ArrayList<>();

  private SchemaErrors() {}

  static List<SAXParseException> of(Set<ExtensionModel> models, String file, byte[] content) {
    SchemaErrors gathered = new SchemaErrors();
    try {
      XmlConfigurationDocumentLoader.schemaValidatingDocumentLoader(() -> gathered)
          .loadDocument(models, file, new ByteArrayInputStream(content));
    } catch (RuntimeException e) {
      // what is wrong has been gathered, or is a schema that nobody has, which is said elsewhere
    }
    return gathered.errors;
  }

  @Override
  public List<SAXParseException> getErrors() {
    return List.of();
  }

  @Override
  public void warning(SAXParseException warning) {
    // such as a schema that is named and not used
  }

  @Override
  public void error(SAXParseException error) {
    errors.add(error);
  }

  @Override
  public void fatalError(SAXParseException error) throws SAXParseException {
    errors.add(error);
    throw error;
  }
}
