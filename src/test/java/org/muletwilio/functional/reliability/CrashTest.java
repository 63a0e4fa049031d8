package org.muletwilio.functional.reliability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;
import org.mule.runtime.api.store.ObjectStoreManager;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.functional.support.WorkApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.tool.ToolProcess;
import org.muletwilio.testkit.work.WorkJournal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application whose process is killed while callbacks come, and which is started anew. A message's last status then has run
 * the flow to its end once; twice at most where the process was killed while that very run was under way.
 */
// Mule's own, of flows that are on their way from one thread to the next when they are stopped
@ExpectedErrors({"Unexpected state. Error handler should be invoked", "Unhandled exception in Flow"})
class CrashTest {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final String STORE = "twilio-callbacks";
  private static final String SETTINGS = "objectStore='" + STORE + "' reconcileAfter='2' reconcileAfterUnit='SECONDS' "
      + "flowTimeout='10' flowTimeoutUnit='SECONDS'";
  private static final Pattern CLAIM = Pattern.compile("twilio/Twilio/message-status/status/(SM\\w+)/delivered/#0!");

  @Test
  void aKilledApplicationLosesNothing(@TempDir Path folder) throws Exception {
    int port = freePort();
    WorkJournal work = new WorkJournal(0, 0);
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(20)).senders(32).start()) {
      simulator.faults().seed(0).drop(0.05).repeat(0.1);
      String said = runTillKilled(simulator, port, folder);
      List<String> taken = matches(said, "^sent (SM\\w+)$");
      removeUnwritten(folder);
      try (EmbeddedMule mule = WorkApplication.start(simulator.baseUri(), port, SETTINGS, folder, work)) {
        Set<String> underWay = underWay(mule.lookup(ObjectStoreManager.class).getObjectStore(STORE));
        Set<String> before = new HashSet<>(matches(said, "^done (SM\\w+) delivered$"));
        work.await(done -> Stream.concat(before.stream(), last(done)).collect(toSet()).containsAll(taken), LONG);
        underWay.retainAll(taken);
        work.await(done -> last(done).collect(toSet()).containsAll(underWay), LONG);
        Map<String, Long> runs = Stream.concat(matches(said, "^done (SM\\w+) delivered$").stream(), last(work.done()))
            .collect(groupingBy(each -> each, counting()));
        System.out.println("Killed: " + taken.size() + " messages; " + before.size() + " had run their flow before, "
            + underWay.size() + " were under way, " + last(work.done()).count() + " ran it after; "
            + work.done().stream().filter(CallbackAttributes::isReconciled).count() + " were reconciled, "
            + runs.values().stream().filter(each -> each > 1).count() + " ran it again");
        taken.forEach(sid -> assertTrue(runs.get(sid) == 1 || runs.get(sid) == 2 && underWay.contains(sid),
                                        () -> sid + " ran its flow " + runs.get(sid) + " times"));
      }
    }
  }

  private static String runTillKilled(TwilioSimulator simulator, int port, Path folder) throws Exception {
    ToolProcess application = ToolProcess.start(folder, WorkApplication.command(simulator.baseUri(), port, SETTINGS, folder));
    try {
      application.awaitOutput(Pattern.compile("\\A(?>(?s:.*?)^done SM\\w+ delivered$){50}", Pattern.MULTILINE), LONG);
    } finally {
      application.kill();
    }
    return application.output();
  }

  /** Mule 4.1.1 can't read a store again in which the killed process had opened a file and not yet written it. */
  private static void removeUnwritten(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".obj")).collect(toList())) {
        if (Files.size(file) == 0) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * @return the messages whose last status ran the flow when the process was killed; it runs again once nobody renews the claim
   */
  private static Set<String> underWay(ObjectStore<String> store) throws ObjectStoreException {
    Set<String> underWay = new HashSet<>();
    List<String> keys = store.allKeys();
    for (String key : keys) {
      Matcher claim = CLAIM.matcher(key);
      if (claim.matches() && !keys.contains(key.replace("#0!", "#done"))) {
        underWay.add(claim.group(1));
      }
    }
    return underWay;
  }

  private static Stream<String> last(List<CallbackAttributes> done) {
    return done.stream().filter(CallbackAttributes::isTerminal).map(CallbackAttributes::getResourceSid);
  }

  private static List<String> matches(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results().map(each -> each.group(1)).toList();
  }
}
