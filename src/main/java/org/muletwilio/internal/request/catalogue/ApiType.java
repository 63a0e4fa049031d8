package org.muletwilio.internal.request.catalogue;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyList;
import static java.util.Collections.unmodifiableList;

import java.util.List;

/** The type of a parameter or of a field. Immutable. */
public final class ApiType {

  /** What a single value is. */
  public enum Base {

    /** Any text. */
    TEXT('s'),
    /** A whole number. */
    INTEGER('i'),
    /** A number. */
    NUMBER('n'),
    /** True or false. */
    BOOLEAN('b'),
    /** A date and a time with its zone. */
    DATE_TIME('t'),
    /** A date. */
    DATE('d'),
    /** A URI. */
    URI('u'),
    /** Any JSON value. */
    ANY('o'),
    /** One of a number of words. */
    ENUMERATION('e'),
    /** An object with known fields. */
    RECORD('r');

    private final char letter;

    Base(char letter) {
      this.letter = letter;
    }

    private static Base of(char letter) {
      for (Base base : values()) {
        if (base.letter == letter) {
          return base;
        }
      }
      throw new IllegalArgumentException("the catalogue has no type '" + letter + "'");
    }
  }

  private static final char LIST = '*';

  private final Base base;
  private final int lists;
  private final int number;
  private final CatalogueText catalogue;

  private ApiType(Base base, int lists, int number, CatalogueText catalogue) {
    this.base = base;
    this.lists = lists;
    this.number = number;
    this.catalogue = catalogue;
  }

  /** @param text a letter, a number where the letter takes one, and an asterisk for each list around it */
  static ApiType parse(String text, CatalogueText catalogue) {
    int end = text.length();
    while (text.charAt(end - 1) == LIST) {
      end--;
    }
    return new ApiType(Base.of(text.charAt(0)), text.length() - end, end == 1 ? 0 : Integer.parseInt(text.substring(1, end)),
                       catalogue);
  }

  public Base getBase() {
    return base;
  }

  /** @return how many lists stand around the value: 0 where it is a single one */
  public int getLists() {
    return lists;
  }

  /** @return the type of an entry of the list */
  public ApiType getEntry() {
    return new ApiType(base, lists - 1, number, catalogue);
  }

  /** @return the words of an enumeration; none for another type */
  public List<String> getWords() {
    return base == Base.ENUMERATION ? unmodifiableList(asList(catalogue.getEnumeration(number))) : emptyList();
  }

  /** @return the fields of a record; none for another type */
  public List<ApiField> getFields() {
    return base == Base.RECORD ? unmodifiableList(catalogue.getRecord(number)) : emptyList();
  }
}
