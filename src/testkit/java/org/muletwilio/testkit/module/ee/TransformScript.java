package org.muletwilio.testkit.module.ee;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** A script of {@code ee:transform}: written in the XML, or in a file of the application. */
public final class TransformScript {

  private String script;
  private String resource;
  private String variableName;

  public void setScript(String text) {
    script = text;
  }

  public void setResource(String file) {
    resource = file;
  }

  public void setVariableName(String name) {
    variableName = name;
  }

  String variableName() {
    return variableName;
  }

  /**
   * @return the script's text
   * @throws IllegalArgumentException if its file isn't there
   */
  String text(ClassLoader application) throws IOException {
    if (resource == null) {
      return script.strip();
    }
    String file = resource.replaceFirst("^classpath:/*", "");
    try (InputStream in = application.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("ee:transform: no file " + resource + " is on the application's class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
