package org.muletwilio.internal.callback.codec;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {

  /** The usual examples of Levenshtein's distance, and names that differ in just as much or just more than half. */
  @ParameterizedTest
  @CsvSource({"kitten,sitting,true", "bitter,sitting,false", "sunday,saturday,true", "flaw,lawn,true", "STATUS,status,true",
      "status,StAtUs,true", "ab,xb,true", "ab,b,false", "ab,xy,false", "abc,xyc,true", "abc,xyz,false", "x,y,false", "x,x,true",
      "'',abcd,false", "'',ab,false"})
  void aNameIsNearWhereAboutHalfOfItIsTheSame(String given, String name, boolean near) {
    assertEquals(near ? List.of(name) : List.of(), NearestNames.to(given, List.of(name)));
  }

  @Test
  void theNearestThreeAreProposedTheNearestFirst() {
    assertEquals(List.of("status", "status1", "status12"),
                 NearestNames.to("status", List.of("orders", "status123", "status12", "status1", "status")));
  }

  @Test
  void aProposalIsAQuestion() {
    assertEquals("", NearestNames.proposal(List.of()));
    assertEquals(". Did you mean 'a'?", NearestNames.proposal(List.of("a")));
    assertEquals(". Did you mean 'a' or 'b'?", NearestNames.proposal(List.of("a", "b")));
  }

  /** A name that an expression gives may be a whole payload: letter by letter this takes minutes. */
  @Test
  void aTextThatIsFarLongerThanAnyNameIsComparedWithNone() {
    String text = "x".repeat(50_000_000);
    List<String> names = IntStream.range(0, 100).mapToObj(i -> "a-flow-with-a-long-name-" + i).collect(toList());
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertEquals(List.of(), NearestNames.to(text, names)));
  }
}
