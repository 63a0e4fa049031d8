package org.muletwilio.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.Catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** The catalogue remembers the operations that were asked for last. */
class RememberedOperationsTest {

  private final Catalogue catalogue = new Catalogue();

  @Test
  void anOperationIsReadOnce() {
    assertSame(find("api.v2010", "Messages.create"), find("api.v2010", "Messages.create"));
  }

  /** There are many more than it remembers, so that each takes the place of another. */
  @Test
  void everyOperationIsTheOneThatWasAskedFor() {
    for (int round = 0; round < 2; round++) {
      for (String api : catalogue.getApis()) {
        for (String name : catalogue.getOperations(api)) {
          ApiOperation operation = find(api, name);
          assertEquals(api, operation.getApi());
          assertEquals(name, operation.getName());
          assertSame(operation, find(api, name));
        }
      }
    }
  }

  @Test
  void onlySoManyAreKept() {
    List<ApiOperation> first = all();
    List<ApiOperation> second = all();
    long kept = IntStream.range(0, first.size()).filter(i -> first.get(i) == second.get(i)).count();
    assertTrue(kept <= 64, kept + " of " + first.size());
    assertEquals(first.stream().map(ApiOperation::getName).toList(), second.stream().map(ApiOperation::getName).toList());
  }

  @Test
  void whatIsNotThereIsNotRemembered() {
    for (int i = 0; i < 2; i++) {
      assertFalse(catalogue.find("api.v2010", "Messages.destroy").isPresent());
      assertFalse(catalogue.find("api.v2009", "Messages.create").isPresent());
      assertTrue(catalogue.find("api.v2010", "Messages.create").isPresent());
    }
  }

  @Test
  void manyThreadsGetTheSame() {
    assertTrue(IntStream.range(0, 200).parallel().mapToObj(i -> find("api.v2010", i % 2 == 0 ? "Calls.create" : "Calls.fetch"))
        .allMatch(Objects::nonNull));
    assertEquals("Calls.fetch", find("api.v2010", "Calls.fetch").getName());
  }

  private List<ApiOperation> all() {
    List<ApiOperation> all = new ArrayList<>();
    catalogue.getApis().forEach(api -> catalogue.getOperations(api).forEach(name -> all.add(find(api, name))));
    return all;
  }

  private ApiOperation find(String api, String name) {
    return catalogue.find(api, name).orElseThrow();
  }
}
