package org.muletwilio.internal.callback.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.util.MultiMap;
import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackRequest;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** What a callback is known by has one value, and a SID Twilio's length: neighbours in a form can't become part of it. */
class FieldBoundariesTest {

  private static final String SID = "SM" + "1".repeat(32);

  @Test
  void noSidOfAnyKindTakesInItsNeighbour() throws Exception {
    List<String> taken = new ArrayList<>();
    for (String name : namesOfAllKinds("sidFields")) {
      assertEquals(Optional.empty(), reason(name, SID), name);
      if (reason(name, SID + "5").isEmpty() || reason(name, SID, SID.replace('1', '2')).isEmpty()) {
        taken.add(name);
      }
    }
    assertEquals(List.of(), taken);
  }

  @Test
  void noStatusOfAnyKindHasTwoValues() throws Exception {
    List<String> taken = new ArrayList<>();
    for (String name : namesOfAllKinds("statusFields")) {
      assertEquals(Optional.empty(), reason(name, "sent", "sent"), name);
      if (reason(name, "sent", "delivered").isEmpty()) {
        taken.add(name);
      }
    }
    assertEquals(List.of(), taken);
  }

  @Test
  void nobodySendsOrReceivesTwice() throws Exception {
    for (String name : List.of("From", "To", "Body")) {
      assertTrue(reason(name, "+1555", "+1666").isPresent(), name);
    }
  }

  private static Optional<String> reason(String name, String... values) throws Exception {
    MultiMap<String, String> form = new MultiMap<>();
    for (String value : values) {
      form.put(name, value);
    }
    HttpRequest request = HttpRequest.builder().method("POST").uri("http://localhost/").entity(new EmptyHttpEntity()).build();
    return FieldBoundaries.reasonAgainst(CallbackRequest.of(request).orElseThrow(), form);
  }

  private static List<String> namesOfAllKinds(String field) throws Exception {
    Field names = CallbackKind.class.getDeclaredField(field);
    names.setAccessible(true);
    List<String> all = new ArrayList<>();
    for (CallbackKind kind : CallbackKind.values()) {
      if (kind.isSigned()) {
        ((List<?>) names.get(kind)).forEach(name -> all.add(name.toString()));
      }
    }
    return all.stream().distinct().toList();
  }
}
