package org.muletwilio.functional.support;

import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.sendFlow;

import org.muletwilio.api.resource.Message;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.work.Work;
import org.muletwilio.testkit.work.WorkExtension;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An application whose flow for statuses does some work; also as a process of its own, which a test can kill. */
public final class WorkApplication {

  /** How long the work of a callback takes in a process of its own, so that some is under way when that is killed. */
  private static final long WORK_MILLIS = 50;

  /** What a Java of its own has of the test's. */
  private static final List<String> SAME = List.of("--add-opens", "-XX:TieredStopAtLevel", "-XX:+Use");

  private WorkApplication() {}

  public static EmbeddedMule start(String baseUri, int port, String settings, Path folder, Work work) {
    return application(config("Twilio", baseUri, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "' "
        + settings + "/>") + sendFlow() + "<flow name='status' " + WorkExtension.NAMESPACE
        + "><work:perform callback='#[attributes]'/></flow>").extension(WorkExtension.class).registered("work", work)
            .workingDirectory(folder).forgetRuns().start();
  }

  /** @return what starts it in a Java of its own */
  public static List<String> command(String baseUri, int port, String settings, Path folder) {
    return java(classPath(), WorkApplication.class, baseUri, Integer.toString(port), settings, folder.toString());
  }

  /** @return the class path of the tests */
  public static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** @return what runs a class in a Java like this one */
  public static List<String> java(String classPath, Class<?> main, String... arguments) {
    // References that the JVM may hold for a while are cleared by each collection
    Stream<String> java = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                                  "-XX:SoftRefLRUPolicyMSPerMB=0"),
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(each -> SAME.stream().anyMatch(each::startsWith)));
    return Stream.of(java, Stream.of("-cp", classPath, main.getName()), Stream.of(arguments)).flatMap(part -> part).toList();
  }

  /** @return what runs a class of the tests in a Java with another heap */
  public static List<String> javaWithHeap(String heap, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(java(classPath(), main, arguments));
    command.add(1, heap);
    return command;
  }

  /** Sends messages until it is killed, and tells of each that was taken and of each that was worked on. */
  public static void main(String[] arguments) {
    EmbeddedMule mule = start(arguments[0], Integer.parseInt(arguments[1]), arguments[2], Path.of(arguments[3]), callback -> {
      try {
        Thread.sleep(WORK_MILLIS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      System.out.println("done " + callback.getResourceSid() + " " + callback.getStatus());
    });
    while (true) {
      System.out.println("sent " + ((Message) mule.run("send", "Hello").payload()).getSid());
    }
  }
}
