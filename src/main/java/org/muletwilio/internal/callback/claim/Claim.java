package org.muletwilio.internal.callback.claim;

import static java.util.Arrays.asList;

import java.util.List;
import java.util.Optional;

/** The right to run the flow of an event, or the attempt to get it. */
public final class Claim {

  private final String event;
  private final int number;
  private final String token;
  private volatile long signMillis;
  private volatile boolean beating;

  /**
   * @param event the event's key
   * @param number how many claims of the event were abandoned before
   * @param token tells this attempt from all others
   * @param nowMillis the time before anything of it is stored
   */
  Claim(String event, int number, String token, long nowMillis) {
    this.event = event;
    this.number = number;
    this.token = token;
    this.signMillis = nowMillis;
  }

  String getEvent() {
    return event;
  }

  int getNumber() {
    return number;
  }

  String getToken() {
    return token;
  }

  /** @return the key of the entry that says who asked last */
  String getAskedKey() {
    return event + StoreKeys.CLAIM + number + StoreKeys.ASKED;
  }

  /** @return the key of the entry that says that somebody has it */
  String getTakenKey() {
    return event + StoreKeys.CLAIM + number + StoreKeys.TAKEN;
  }

  /**
   * @param slot 0 or 1: the owner changes them in turn, so that never both are missing that once were there
   * @return the key of an entry whose changes show that the owner lives
   */
  String getBeatKey(int slot) {
    return event + StoreKeys.CLAIM + number + StoreKeys.BEAT + slot;
  }

  /** @return the keys of all entries that it may have, in the order in which they may be taken away */
  List<String> getKeys() {
    return beating ? asList(getTakenKey(), getAskedKey(), getBeatKey(0), getBeatKey(1)) : asList(getTakenKey(), getAskedKey());
  }

  /** @return the claim of the event before this one, whose owner has died; empty where this is the first */
  Optional<Claim> getBefore() {
    if (number == 0) {
      return Optional.empty();
    }
    Claim before = new Claim(event, number - 1, token, signMillis);
    before.beating = true;
    return Optional.of(before);
  }

  /** @return when the owner gave the last sign of life, at the latest */
  long getSignMillis() {
    return signMillis;
  }

  /** Says that the owner gives signs of life from now on. */
  void renewing() {
    beating = true;
  }

  /** @param nowMillis the time before the owner gave a sign of life */
  void renewed(long nowMillis) {
    signMillis = nowMillis;
  }
}
