package org.muletwilio.simulator.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.muletwilio.simulator.storage.Sounds;
import org.muletwilio.simulator.storage.StoredFile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Files that a message from the page can bring. */
final class SampleMedia {

  /** The content types that there are samples of. */
  static final String[] TYPES = {"image/png", "application/pdf", "audio/x-wav"};

  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;

  private SampleMedia() {}

  static StoredFile of(String type) {
    return switch (type) {
      case "image/png" -> new StoredFile(type, picture());
      case "application/pdf" -> new StoredFile(type, document());
      case "audio/x-wav" -> Sounds.wav(1, 1);
      default -> throw new IllegalArgumentException("No sample of " + type);
    };
  }

  /** A picture that fades from blue to orange. */
  private static byte[] picture() {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    for (int y = 0; y < HEIGHT; y++) {
      pixels.write(0);
      for (int x = 0; x < WIDTH; x++) {
        int red = 255 * (x + y) / (WIDTH + HEIGHT);
        pixels.writeBytes(new byte[] {(byte) red, (byte) 120, (byte) (255 - red)});
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    // eight bits of red, green and blue
    chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(WIDTH).putInt(HEIGHT).put(new byte[] {8, 2, 0, 0, 0}).array());
    chunk(png, "IDAT", deflated(pixels.toByteArray()));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String name, byte[] data) {
    byte[] named = ByteBuffer.allocate(4 + data.length).put(name.getBytes(ISO_8859_1)).put(data).array();
    CRC32 sum = new CRC32();
    sum.update(named);
    png.writeBytes(ByteBuffer.allocate(8 + named.length).putInt(data.length).put(named).putInt((int) sum.getValue()).array());
  }

  private static byte[] deflated(byte[] data) {
    Deflater deflater = new Deflater();
    deflater.setInput(data);
    deflater.finish();
    byte[] buffer = new byte[data.length + 64];
    int length = deflater.deflate(buffer);
    deflater.end();
    return ByteBuffer.allocate(length).put(buffer, 0, length).array();
  }

  /** A document of one empty page. */
  private static byte[] document() {
    String[] objects = {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>"};
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder index = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
    for (int i = 0; i < objects.length; i++) {
      index.append("0".repeat(10 - String.valueOf(pdf.length()).length())).append(pdf.length()).append(" 00000 n \n");
      pdf.append(i + 1).append(" 0 obj").append(objects[i]).append("endobj\n");
    }
    int start = pdf.length();
    return pdf.append(index).append("trailer<</Size 4/Root 1 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n").toString()
        .getBytes(ISO_8859_1);
  }
}
