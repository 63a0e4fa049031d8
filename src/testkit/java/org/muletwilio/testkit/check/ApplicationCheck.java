package org.muletwilio.testkit.check;

import org.mule.runtime.api.meta.model.ExtensionModel;

import org.muletwilio.testkit.expression.ApplicationResources;
import org.muletwilio.testkit.expression.ScriptCheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Checks an application as it is written: its modules, elements, attributes, references and expressions. */
public final class ApplicationCheck {

  private final Set<ExtensionModel> models;
  private final Vocabulary vocabulary;
  private final Expressions expressions;
  private final ExclusiveParameters exclusive;
  private final boolean checksOperations;

  /**
   * @param models the extensions that the application can use
   * @param checksOperations whether the connector's operations are checked, in sub-flows too
   */
  public ApplicationCheck(Set<ExtensionModel> models, ApplicationResources resources, boolean checksOperations) {
    this.models = models;
    this.checksOperations = checksOperations;
    vocabulary = Vocabulary.of(models);
    exclusive = new ExclusiveParameters(models);
    expressions = new Expressions(new ScriptCheck(resources, vocabulary.functions()), resources);
  }

  /**
   * Checks what takes no schema, which is quick; all else only if something is wrong.
   *
   * @param documents Mule XML by the files' names
   * @throws FaultyApplicationException if anything is wrong
   */
  public void check(Map<String, byte[]> documents) {
    if (!withoutSchemas(documents).isEmpty()) {
      refuse(all(documents));
    }
  }

  /**
   * Finds out why Mule refused an application.
   *
   * @throws FaultyApplicationException if that is in its documents
   */
  public void explain(Exception refusal, Map<String, byte[]> documents) {
    Set<Problem> problems = new LinkedHashSet<>(all(documents));
    problems.addAll(MissingProperty.in(refusal, documents));
    refuse(problems);
  }

  private static void refuse(Set<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new FaultyApplicationException(problems.stream().sorted().toList());
    }
  }

  private Set<Problem> all(Map<String, byte[]> documents) {
    Set<Problem> problems = new LinkedHashSet<>(withoutSchemas(documents));
    SchemaElements schemas = new SchemaElements(models);
    SchemaMessages messages = new SchemaMessages(vocabulary, schemas::contains);
    documents.forEach((file, content) -> {
      Map<String, XmlElement> unlocated = SchemaLocations.missing(elements(content), vocabulary.modules().keySet());
      unlocated.values().forEach(element -> problems.add(SchemaLocations.problem(file, element, schemas::location)));
      problems.addAll(messages.problems(file, SchemaErrors.of(models, file, content), unlocated.keySet()));
    });
    return problems;
  }

  private static List<XmlElement> elements(byte[] content) {
    try {
      return XmlReader.read(content);
    } catch (SAXException e) {
      // said elsewhere
      return List.of();
    }
  }

  private List<Problem> withoutSchemas(Map<String, byte[]> documents) {
    List<Problem> problems = new ArrayList<>();
    Map<String, List<XmlElement>> elements = new LinkedHashMap<>();
    documents.forEach((file, content) -> {
      try {
        elements.put(file, XmlReader.read(content));
      } catch (SAXParseException e) {
        problems.add(new Problem(file, e.getLineNumber(), e.getMessage()));
      } catch (SAXException e) {
        problems.add(new Problem(file, 1, e.getMessage()));
      }
    });
    List<XmlElement> ofAllFiles = elements.values().stream().flatMap(List::stream).toList();
    References references = new References(ofAllFiles);
    Optional<TwilioOperations> operations = checksOperations ? Optional.of(new TwilioOperations(ofAllFiles)) : Optional.empty();
    boolean all = problems.isEmpty();
    elements.forEach((file, found) -> {
      problems.addAll(exclusive.problems(file, found));
      problems.addAll(all ? operations.map(each -> each.problems(file, found)).orElse(List.of()) : List.of());
      Set<String> unknown = new LinkedHashSet<>();
      for (XmlElement element : found) {
        if (vocabulary.isUnknownModule(element.namespace()) && unknown.add(element.namespace())) {
          problems.add(new Problem(file, element.line(), "the embedded Mule doesn't know the module of <"
              + element.qualifiedName()
              + ">. It knows " + vocabulary.described()));
        }
        problems.addAll(expressions.problems(file, element));
        problems.addAll(all ? references.problems(file, element) : List.of());
      }
    });
    return problems;
  }
}
