package org.muletwilio.simulator.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes the sound of recordings: a tone for each second that was recorded, as WAV, and silence of the same length as MP3. */
public final class Sounds {

  private static final int RATE = 8000;
  private static final int WAV_HEADER = 44;
  private static final double TONE = 440;
  /** MPEG 2.5, layer 3, 8 kbit/s, 8 kHz, one channel: 72 bytes for 576 samples. */
  private static final byte[] MP3_HEADER = {(byte) 0xFF, (byte) 0xE3, 0x18, (byte) 0xC4};
  private static final int MP3_FRAME = 72;
  private static final int MP3_SAMPLES = 576;

  private Sounds() {}

  /** 16 bits for each of 8,000 samples a second, in one channel or two. */
  public static StoredFile wav(int seconds, int channels) {
    int data = seconds * RATE * channels * Short.BYTES;
    ByteBuffer wav = ByteBuffer.allocate(WAV_HEADER + data).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(WAV_HEADER - 8 + data);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) channels).putInt(RATE)
        .putInt(RATE * channels * Short.BYTES).putShort((short) (channels * Short.BYTES)).putShort((short) (8 * Short.BYTES));
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data);
    for (int sample = 0; sample < seconds * RATE; sample++) {
      short value = (short) (Short.MAX_VALUE / 4 * Math.sin(2 * Math.PI * TONE * sample / RATE));
      for (int channel = 0; channel < channels; channel++) {
        wav.putShort(value);
      }
    }
    return new StoredFile("audio/x-wav", wav.array());
  }

  public static StoredFile mp3(int seconds) {
    int frames = (seconds * RATE + MP3_SAMPLES - 1) / MP3_SAMPLES;
    byte[] mp3 = new byte[frames * MP3_FRAME];
    for (int frame = 0; frame < frames; frame++) {
      System.arraycopy(MP3_HEADER, 0, mp3, frame * MP3_FRAME, MP3_HEADER.length);
    }
    return new StoredFile("audio/mpeg", mp3);
  }
}
