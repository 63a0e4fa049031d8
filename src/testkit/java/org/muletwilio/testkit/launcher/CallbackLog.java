package org.muletwilio.testkit.launcher;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.mule.FlowRunListener;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints each callback as its flow receives it, and records which were handled. */
final class CallbackLog implements FlowRunListener {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final PrintStream out;
  private final boolean verbose;
  private final List<HandledCallback> handled = new ArrayList<>();
  private int running;
  private long changed = System.nanoTime();

  /**
   * @param verbose whether the whole URL of a callback is shown, and not its path alone
   */
  CallbackLog(PrintStream out, boolean verbose) {
    this.out = out;
    this.verbose = verbose;
  }

  @Override
  public void started(FlowRun run) {
    if (run.attributes() instanceof CallbackAttributes callback) {
      synchronized (this) {
        running++;
      }
      print(run.flow() + " received " + HandledCallback.described(callback) + " at " + address(callback));
    }
  }

  @Override
  public void ended(FlowRun run) {
    if (!(run.attributes() instanceof CallbackAttributes callback)) {
      return;
    }
    run.failure().ifPresent(failure -> print(run.flow() + " failed: " + failure.getMessage()));
    synchronized (this) {
      running--;
      handled.add(HandledCallback.of(run, callback));
      changed = System.nanoTime();
      notifyAll();
    }
  }

  void print(String line) {
    out.println(LocalTime.now().format(TIME) + "  " + line);
  }

  /** @return the callbacks whose flows have ended, in the order in which they ended */
  synchronized List<HandledCallback> handled() {
    return List.copyOf(handled);
  }

  /** @return the statuses that a flow has handled without an error */
  List<String> statuses(String flow) {
    return handled().stream().filter(each -> each.flow().equals(flow) && each.succeeded())
        .map(each -> String.valueOf(each.status())).toList();
  }

  /** @return the callbacks on which a flow failed, without a later success */
  List<HandledCallback> failed() {
    List<HandledCallback> all = handled();
    return all.stream().filter(each -> !each.succeeded())
        .filter(each -> all.stream().noneMatch(other -> other.succeeded() && other.isSame(each))).toList();
  }

  /** @return whether there were callbacks, with a last status for each message and call that they are about */
  boolean allFinal() {
    List<HandledCallback> all = handled();
    List<String> sids = all.stream().filter(HandledCallback::isOfALife).map(each -> each.attributes().getResourceSid()).toList();
    return !sids.isEmpty() && sids.stream().allMatch(sid -> all.stream().anyMatch(each -> each.isLastOf(sid)));
  }

  /** @return whether no flow is running because of a callback */
  synchronized boolean isIdle() {
    return running == 0;
  }

  /** @return how long no flow has ended */
  synchronized Duration silence() {
    return Duration.ofNanos(System.nanoTime() - changed);
  }

  /** Starts the silence anew. */
  synchronized void touch() {
    changed = System.nanoTime();
  }

  /** Waits for the end of a callback's flow, up to this long. */
  synchronized void awaitChange(Duration most) throws InterruptedException {
    wait(Math.max(1, most.toMillis()));
  }

  /**
   * @return what was handled, such as {@code 2 callbacks (sms-status: sent, delivered)}; the kind stands for a status that there
   *         is none of
   */
  String summary() {
    Map<String, List<String>> flows = new LinkedHashMap<>();
    handled().stream().filter(HandledCallback::succeeded)
        .forEach(each -> flows.computeIfAbsent(each.flow(), flow -> new ArrayList<>()).add(each.inWords()));
    int count = flows.values().stream().mapToInt(List::size).sum();
    return count == 0 ? "no callback" : count + (count == 1 ? " callback (" : " callbacks (") + flows.entrySet().stream()
        .map(flow -> flow.getKey() + ": " + String.join(", ", flow.getValue())).collect(Collectors.joining("; ")) + ")";
  }

  private String address(CallbackAttributes callback) {
    String url = callback.getPublicUrl();
    if (verbose || url == null) {
      return String.valueOf(url);
    }
    String path = URI.create(url).getPath();
    // Its last part is a token that says nothing to a reader
    return path.substring(0, path.lastIndexOf('/'));
  }
}
