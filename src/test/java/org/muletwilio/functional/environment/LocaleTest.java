package org.muletwilio.functional.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;

import org.muletwilio.functional.support.XmlNames;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.tool.ToolProcess;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the default locale: in Turkish an I becomes an i without a dot, in Arabic and Hindi digits may be others. */
class LocaleTest {

  private static String expected;

  @BeforeAll
  static void loadTheExtension() {
    try (EmbeddedMule mule = application(flow("status")).start()) {
      expected = XmlNames.of(mule.extensionModel("Twilio")).all().toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "hi-IN"})
  void anApplicationStartsSendsAndIsCalledBack(String locale, @TempDir Path folder) throws Exception {
    try (ToolProcess process = ToolProcess.start(folder, LocaleApplication.command(Locale.forLanguageTag(locale)))) {
      Matcher said = process.awaitOutput(Pattern.compile("Delivered in (\\S+), with (.*)\\."), Duration.ofMinutes(2));
      assertEquals(locale.replace('-', '_'), said.group(1));
      assertEquals(expected, said.group(2), "the elements and attributes");
    }
  }
}
