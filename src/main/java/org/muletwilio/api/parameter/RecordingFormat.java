package org.muletwilio.api.parameter;

/** In which format a recording is downloaded. */
public enum RecordingFormat {

  /** Uncompressed. */
  WAV,
  /** Compressed, a sixteenth to an eighth of the size. */
  MP3
}
