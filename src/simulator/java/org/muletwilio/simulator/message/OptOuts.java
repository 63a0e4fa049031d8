package org.muletwilio.simulator.message;

import org.muletwilio.simulator.resource.Resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Who wants no more messages from whom, as their answers STOP and START say. Channels such as WhatsApp have no such answers. */
public final class OptOuts {

  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
  private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
  private static final Set<String> HELP = Set.of("HELP", "INFO");

  /**
   * Somebody who wants no more messages.
   *
   * @param recipient who answered STOP
   * @param sender the number or Messaging Service that may not send any more
   */
  public record OptOut(String recipient, String sender) {
  }

  private final Set<OptOut> all = ConcurrentHashMap.newKeySet();

  /**
   * Takes note of a message that came in.
   *
   * @return what Twilio answers by itself, if it does
   */
  public Optional<String> received(Resource message) {
    String word = message.text("body").strip().toUpperCase(Locale.ROOT);
    String recipient = message.text("from");
    List<OptOut> pairs = Stream.of("to", "messaging_service_sid").map(message::text).filter(sender -> !sender.isEmpty())
        .map(sender -> new OptOut(recipient, sender)).toList();
    if (recipient.contains(":")) {
      return Optional.empty();
    }
    if (STOP.contains(word)) {
      all.addAll(pairs);
      return Optional.of("You are unsubscribed and get no more messages. Reply START to subscribe again.");
    }
    if (START.contains(word)) {
      boolean back = pairs.stream().map(all::remove).reduce(false, Boolean::logicalOr);
      return Optional.of("You are subscribed again. Reply HELP for help, STOP to unsubscribe.").filter(text -> back);
    }
    return Optional.of("Reply STOP to unsubscribe.")
        .filter(text -> HELP.contains(word) && pairs.stream().noneMatch(all::contains));
  }

  /** Whether a recipient wants no messages of a sender: a number or a Messaging Service. */
  public boolean contains(String recipient, String sender) {
    return all.contains(new OptOut(recipient, sender));
  }

  /** Sets or takes back that a recipient wants no messages of a sender. */
  public void set(String recipient, String sender, boolean optedOut) {
    if (optedOut) {
      all.add(new OptOut(recipient, sender));
    } else {
      all.remove(new OptOut(recipient, sender));
    }
  }

  public List<OptOut> all() {
    return new ArrayList<>(all);
  }
}
