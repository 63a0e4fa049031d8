package org.muletwilio.internal.operation;

import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

/**
 * Refuses a list that would go on for ever: pages that lead back to one that was read, or many in a row without an entry. Needs
 * constant memory. Not thread-safe.
 */
public final class EndlessListCheck {

  private static final int MOST_EMPTY_PAGES = 100;

  private final String list;
  private int emptyPages;
  private long pages;
  private long nextToRemember = 1;
  private String remembered = "";

  /** @param list names the list in messages */
  public EndlessListCheck(String list) {
    this.list = list;
  }

  /**
   * One address is remembered, the first, second, fourth, eighth … one: that finds a ring of any length.
   *
   * @param address of the page that comes next
   * @throws TwilioException if that page was read before
   */
  public void requireNew(String address) {
    if (address.equals(remembered)) {
      throw endless("the next page is one that was read before");
    }
    if (++pages == nextToRemember) {
      remembered = address;
      nextToRemember *= 2;
    }
  }

  /**
   * @param empty whether the page that was read has no entry
   * @throws TwilioException if it is one of too many in a row
   */
  public void pageRead(boolean empty) {
    emptyPages = empty ? emptyPages + 1 : 0;
    if (emptyPages == MOST_EMPTY_PAGES) {
      throw endless(MOST_EMPTY_PAGES + " pages one after the other had no entry");
    }
  }

  private TwilioException endless(String reason) {
    return new TwilioException(TwilioError.SERVER_ERROR, list + " has no end: " + reason);
  }
}
