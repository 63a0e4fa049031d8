package org.muletwilio.simulator.catalogue;

/**
 * The type of a value, as the catalogue writes it: a letter, a number where the letter takes one, an asterisk for each list
 * around it.
 *
 * @param letter s a text, i a whole number, n a number, b true or false, t a date and time, d a date, u a URI, o anything, e one
 * of the
 *        words of an enumeration, r an object with known fields
 * @param number of the enumeration or of the object's fields
 * @param lists how many lists are around it
 */
record ValueType(char letter, int number, int lists) {

  static ValueType parse(String text) {
    int end = text.length();
    while (text.charAt(end - 1) == '*') {
      end--;
    }
    return new ValueType(text.charAt(0), end == 1 ? 0 : Integer.parseInt(text.substring(1, end)), text.length() - end);
  }

  /** The type of an entry of the list. */
  ValueType entry() {
    return new ValueType(letter, number, lists - 1);
  }
}
