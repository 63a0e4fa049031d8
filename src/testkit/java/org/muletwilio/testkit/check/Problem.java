package org.muletwilio.testkit.check;

/**
 * Something that is wrong with an application.
 *
 * @param file the name of the XML file, or of the script
 * @param line counted from 1
 */
public record Problem(String file, int line, String message) implements Comparable<Problem> {

  @Override
  public int compareTo(Problem other) {
    int files = file.compareTo(other.file);
    return files == 0 ? Integer.compare(line, other.line) : files;
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
