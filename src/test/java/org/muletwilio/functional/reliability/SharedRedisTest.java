package org.muletwilio.functional.reliability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.reliability.SharedStoreNode.ATOMIC;
import static org.muletwilio.functional.reliability.SharedStoreNode.CARELESS;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.api.resource.Message;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.proxy.DuplicatingProxy;
import org.muletwilio.testkit.redis.RedisConnection;
import org.muletwilio.testkit.redis.RedisServer;
import org.muletwilio.testkit.tool.RequiredTool;
import org.muletwilio.testkit.tool.ToolProcess;
import org.muletwilio.testkit.work.WorkJournal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/**
 * Two nodes with object stores in a real Redis, one of which is atomic and one not. Each callback comes to both nodes at the same
 * time, some come again, and one node, a process of its own, is killed and started again. Each status runs its flow once, at one
 * of them; a flow that ran when the process was killed may run once more.
 */
class SharedRedisTest {

  /** Of each store, four times. */
  private static final int MESSAGES = 250;
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int SENDERS = 8;
  private static final Pattern STARTED = Pattern.compile("^started$", Pattern.MULTILINE);
  private static final Pattern DONE = Pattern.compile("^done (SM\\w+ \\w+)$", Pattern.MULTILINE);
  private static final Pattern CLAIM =
      Pattern.compile("mule:nodes:\\w+-store:twilio/\\w+/message-status/status/(SM\\w+)/(\\w+)/#\\d+!");

  @TempDir
  Path folder;

  @Test
  void eachStatusRunsItsFlowAtOneOfTheNodes() throws Exception {
    RequiredTool.assume(RedisServer.reasonAgainst());
    int publicPort = freePort();
    int port = freePort();
    int otherPort = freePort();
    try (RedisServer redis = RedisServer.start(folder); RedisConnection connection = RedisConnection.to(redis.address());
        TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).senders(32).start();
        DuplicatingProxy proxy = new DuplicatingProxy(publicPort, List.of(port, otherPort))) {
      simulator.faults().seed(4711).repeat(0.1);
      List<String> other = SharedStoreNode.command(simulator.baseUri(), redis, publicPort, otherPort);
      Runs runs = new Runs();
      try (ToolProcess first = runs.started(ToolProcess.start(folder, other));
          EmbeddedMule mule = SharedStoreNode.start(simulator.baseUri(), connection, publicPort, port, runs.work)) {
        first.awaitOutput(STARTED, LONG);
        List<String> sent = new ArrayList<>(send(mule));

        Set<String> interrupted = killWhileFlowsRun(first, mule, sent, redis);
        try (ToolProcess second = runs.started(ToolProcess.start(folder, other))) {
          sent.addAll(send(mule));
          second.awaitOutput(STARTED, LONG);
          sent.addAll(send(mule));
          runs.awaitDelivered(sent);
        }
        assertEquals(Set.of(), runs.moreThanOnce().stream().filter(status -> !interrupted.contains(status)).collect(toSet()),
                     () -> "ran again; in progress at the kill were " + interrupted);
        System.out.println("Two nodes and Redis: " + sent.size() + " sent; " + interrupted.size() + " flows were running when a "
            + "node was killed, " + runs.moreThanOnce().size() + " of them ran again");
      }
    }
  }

  /** @return what was claimed and not done when the process died, at either node */
  private static Set<String> killWhileFlowsRun(ToolProcess process, EmbeddedMule mule, List<String> sent, RedisServer redis)
      throws Exception {
    ExecutorService sender = Executors.newSingleThreadExecutor();
    try {
      int before = doneOf(process).size();
      Future<List<String>> sending = sender.submit(() -> send(mule));
      for (long end = System.nanoTime() + LONG.toNanos(); doneOf(process).size() < before + 20;) {
        assertTrue(System.nanoTime() < end, process::output);
        Thread.sleep(5);
      }
      process.kill();
      Set<String> claimed = claimed(redis);
      sent.addAll(sending.get());
      return claimed;
    } finally {
      sender.shutdownNow();
    }
  }

  private static Set<String> claimed(RedisServer redis) {
    try (Jedis jedis = new Jedis(redis.address())) {
      Set<String> keys = jedis.keys("mule:nodes:*");
      return keys.stream().map(CLAIM::matcher).filter(claim -> claim.matches()
          && !keys.contains(claim.group().substring(0, claim.group().lastIndexOf('#')) + "#done"))
          .map(claim -> claim.group(1) + " " + claim.group(2)).collect(toSet());
    }
  }

  private static List<String> send(EmbeddedMule mule) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<String>> sending = new ArrayList<>();
      for (int i = 0; i < MESSAGES; i++) {
        for (String store : List.of(ATOMIC, CARELESS)) {
          sending.add(senders.submit(() -> ((Message) mule.run("send-" + store, null).payload()).getSid()));
        }
      }
      List<String> sent = new ArrayList<>();
      for (Future<String> each : sending) {
        sent.add(each.get());
      }
      return sent;
    } finally {
      senders.shutdownNow();
    }
  }

  private static List<String> doneOf(ToolProcess process) {
    return DONE.matcher(process.output()).results().map(each -> each.group(1)).toList();
  }

  /** The statuses whose flows have run, at any node. */
  private static final class Runs {

    private final WorkJournal work = new WorkJournal(0, 0);
    private final List<ToolProcess> processes = new ArrayList<>();

    ToolProcess started(ToolProcess process) {
      processes.add(process);
      return process;
    }

    private Stream<String> all() {
      return Stream.concat(work.done().stream().map(each -> each.getResourceSid() + " " + each.getStatus()),
                           processes.stream().flatMap(process -> doneOf(process).stream()));
    }

    void awaitDelivered(List<String> sids) throws InterruptedException {
      for (long end = System.nanoTime() + LONG.toNanos();;) {
        Set<String> done = all().collect(toSet());
        List<String> missing = sids.stream().filter(sid -> !done.contains(sid + " delivered")).toList();
        if (missing.isEmpty()) {
          return;
        }
        assertTrue(System.nanoTime() < end, () -> missing.size() + " did not run their flow: " + missing);
        Thread.sleep(100);
      }
    }

    Set<String> moreThanOnce() {
      Map<String, Long> runs = all().collect(groupingBy(each -> each, counting()));
      return runs.keySet().stream().filter(status -> runs.get(status) > 1).collect(toSet());
    }
  }
}
