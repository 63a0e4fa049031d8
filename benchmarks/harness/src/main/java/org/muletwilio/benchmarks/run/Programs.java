package org.muletwilio.benchmarks.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs that are measured, and how they are started: every Java has the same heap and collector. */
final class Programs {

  private static final List<String> JAVA_OPTIONS =
      List.of("-Xms512m", "-Xmx512m", "-XX:+UseG1GC", "-Djava.net.preferIPv4Stack=true");
  private static final List<String> MULE_OPTIONS = Stream.of("java.base/java.lang", "java.base/java.util",
      "java.base/java.util.concurrent", "java.base/java.lang.reflect", "java.base/java.net", "java.xml/javax.xml.namespace")
      .map(name -> "--add-opens=" + name + "=ALL-UNNAMED").toList();
  /** The connector, whose flows are not named by operations but listen by themselves. */
  static final String SOURCE = "connector, flow with a source";
  /** The least that a message takes that leaves a flow of Mule: what the connector itself takes is the difference. */
  static final String REQUEST = "connector, twilio:request";
  static final String OPERATION = "flow, Mule's HTTP client as an operation";

  private static final String PACKAGE = "org.muletwilio.benchmarks.";

  private final Path root;
  private final String twilio;

  /**
   * @param root the folder benchmarks
   * @param twilio where the stub of Twilio's API is
   */
  Programs(Path root, String twilio) {
    this.root = root;
    this.twilio = twilio;
  }

  /** @return the servers that take callbacks: the connector first, then its floors, then its peers */
  List<Program> intake() {
    List<Program> programs = new ArrayList<>();
    programs.add(connector("connector", 1, 1, "SUPPRESS"));
    programs.add(mule(SOURCE, "source"));
    programs.add(mule("HTTP service, answers 204", "answer"));
    programs.add(mule("HTTP service, runs the flow", "flow"));
    programs.add(mule("HTTP service, reads the body, runs the flow", "body-flow"));
    programs.add(mule("hand-written: RequestValidator, flow", "by-hand"));
    programs.add(java("Apache Camel 4, undertow", "camel", List.of(), PACKAGE + "camel.CamelServer"));
    programs.add(java("Spring Boot 3, Tomcat", "spring", List.of(), PACKAGE + "spring.SpringServer"));
    if (Files.isDirectory(root.resolve("express/node_modules"))) {
      programs.add(new Program("Express, twilio.webhook()", List.of("node", "--expose-gc", "server.js"),
          root.resolve("express")));
    }
    return programs;
  }

  /** @return the floor that runs the flow, with that many flows */
  Program floor(String name, int flows) {
    return mule(name, "flow", String.valueOf(flows));
  }

  /** @return the connector with that many flows and configs, and with this said of duplicates */
  Program connector(String name, int flows, int configs, String duplicates) {
    return mule(name, "connector", String.valueOf(flows), String.valueOf(configs), duplicates);
  }

  /** @return the programs that send messages: the connector first, then its floors, then its peers */
  List<Program> outbound() {
    return List.of(sender("connector", "connector"),
                   sender(REQUEST, "request"),
                   sender(OPERATION, "operation"),
                   sender("flow that sends nothing", "flow"),
                   sender("Mule's HTTP client, the same request", "http"),
                   java("Twilio SDK, stock client", "mule", MULE_OPTIONS, PACKAGE + "mule.SdkSender", twilio),
                   java("camel-twilio", "camel", List.of(), PACKAGE + "camel.CamelSender", twilio));
  }

  private Program sender(String name, String variant) {
    return java(name, "mule", MULE_OPTIONS, PACKAGE + "mule.MuleSender", twilio, variant);
  }

  /** @return measures the parts */
  Program parts(int rounds, boolean quick) {
    return java("parts", "mule", List.of(), PACKAGE + "mule.Parts", String.valueOf(rounds), quick ? "quick" : "full");
  }

  private Program mule(String name, String... arguments) {
    return java(name, "mule", MULE_OPTIONS, PACKAGE + "mule.MuleServer",
                Stream.concat(Stream.of(twilio), Stream.of(arguments)).toArray(String[]::new));
  }

  private Program java(String name, String module, List<String> options, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA_OPTIONS);
    command.addAll(options);
    command.add("-cp");
    command.add(classPath(module));
    command.add(main);
    command.addAll(List.of(arguments));
    return new Program(name, command, root);
  }

  private String classPath(String module) {
    Path target = root.resolve(module).resolve("target");
    try {
      return Stream.of(target.resolve("test-classes").toString(), target.resolve("classes").toString(),
                       Files.readString(target.resolve("class-path.txt")).strip())
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException("Build the benchmarks first: mvn -f benchmarks package", e);
    }
  }
}
