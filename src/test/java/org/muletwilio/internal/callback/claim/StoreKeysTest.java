package org.muletwilio.internal.callback.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StoreKeysTest {

  private final StoreKeys keys = new StoreKeys("twilio/Twilio/");

  /** The object store of CloudHub takes 256 characters. */
  @Test
  void keysAreShortHoweverLongANameIs() {
    String event = "message-status/" + "f".repeat(4_000) + "/SM1/delivered/";
    String key = keys.of(event);
    assertTrue(key.length() < 200, key);
    assertEquals(key, keys.of(event));
    assertNotEquals(key, keys.of(event.replace("SM1", "SM2")));
    assertEquals("twilio/Twilio/message-status/flow/SM1/sent/", keys.of("message-status/flow/SM1/sent/"));
    assertEquals("twilio/Twilio/" + "e".repeat(160), keys.of("e".repeat(160)));
    assertEquals(14 + 43, keys.of("e".repeat(161)).length());
  }

  @Test
  void anEntryTellsItsEvent() {
    String event = keys.of("message-status/a#b/SM1/sent/");
    for (String key : new Claim(event, 12, "t", 0).getBefore().orElseThrow().getKeys()) {
      assertEquals(event, StoreKeys.eventOf(key));
      assertTrue(keys.isOwn(key));
      assertFalse(StoreKeys.isDone(key));
    }
    assertEquals(event, StoreKeys.eventOf(StoreKeys.doneKey(event)));
    assertTrue(StoreKeys.isDone(StoreKeys.doneKey(event)));
    assertFalse(keys.isOwn("twilio/Other/message-status/a/SM1/sent/#done"));
    assertFalse(keys.isOwn("twilio/Twilio/pending"));
    assertFalse(keys.isOwn("twilio/Twilio/#done"));
  }

  @Test
  void whatBearsNoTimeIsNeverOver() {
    assertEquals(4711, StoreKeys.timeIn(StoreKeys.withTime("a@b", 4711)));
    assertEquals(Long.MAX_VALUE, StoreKeys.timeIn("x"));
  }
}
