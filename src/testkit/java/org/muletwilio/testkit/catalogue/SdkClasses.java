package org.muletwilio.testkit.catalogue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

import com.twilio.http.TwilioRestClient;

/** The classes of the SDK that send a request. */
final class SdkClasses {

  private static final Pattern OPERATION =
      Pattern.compile("com/twilio/rest/[\\w/]+/\\w+(Creator|Fetcher|Reader|Updater|Deleter)\\.class");

  private SdkClasses() {}

  /** @return the operations, in the order of their names */
  static List<Class<?>> operations() {
    try (JarFile jar = new JarFile(jar().toFile())) {
      return jar.stream().map(ZipEntry::getName).filter(name -> OPERATION.matcher(name).matches()).sorted()
          .<Class<?>>map(SdkClasses::load).filter(type -> !Modifier.isAbstract(type.getModifiers())).toList();
    } catch (IOException e) {
      throw new IllegalStateException("the jar of the Twilio SDK can't be read", e);
    }
  }

  private static Path jar() {
    try {
      return Path.of(TwilioRestClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String entry) {
    try {
      return Class.forName(entry.replace('/', '.').substring(0, entry.length() - ".class".length()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
