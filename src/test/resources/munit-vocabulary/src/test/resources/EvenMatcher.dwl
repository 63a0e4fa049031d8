import * from dw::test::Asserts

fun beEven(): Matcher<Number> =
  (actual: Number) -> do {
    var even = (actual mod 2) == 0
    ---
    {
      matches: even,
      description: {expected: " an even number", actual: write(actual) as String}
    }
  }
