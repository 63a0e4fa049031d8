package org.muletwilio.functional.download;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;

import org.muletwilio.functional.support.PeakMemory;
import org.muletwilio.functional.support.WorkApplication;
import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.tool.ToolProcess;
import org.muletwilio.testkit.work.AnswerExtension;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of hundreds of megabytes, in parts and in one piece, measured in a Java of its own with a heap that is smaller. */
class LargeDownloadTest {

  private static final int MEBI = 1024 * 1024;
  private static final int FILE_MEBI = 300;
  private static final long MOST_MEBI = 40;
  private static final long BETWEEN_SAMPLES_NANOS = 200_000_000;
  private static final String HEAP = "-Xmx150m";
  private static final Pattern RANGE = Pattern.compile("range: bytes=(\\d+)-(\\d+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern RESULT = Pattern.compile("(parts|piece) read (\\d+) bytes with (-?\\d+) MiB");

  @Test
  void takesNoMoreMemoryThanAPart(@TempDir Path folder) throws Exception {
    byte[] mebi = new byte[MEBI];
    try (BadServer twilio = BadServer.start((request, client) -> {
      Matcher range = RANGE.matcher(request);
      OutputStream out = client.getOutputStream();
      if (request.contains("MM" + "2".repeat(32)) || !range.find()) {
        BadServer.write(client, BadServer.head(200, (long) FILE_MEBI * MEBI));
        for (int i = 0; i < FILE_MEBI; i++) {
          out.write(mebi);
        }
      } else {
        out.write(BadServer.head(206, MEBI, "Content-Range", "bytes " + range.group(1) + "-" + range.group(2) + "/"
            + (long) FILE_MEBI * MEBI).getBytes(US_ASCII));
        out.write(mebi);
      }
      out.flush();
      return true;
    });
        ToolProcess java = ToolProcess.start(folder,
            WorkApplication.javaWithHeap(HEAP, LargeDownloads.class, twilio.baseUri()))) {
      for (String how : List.of("parts", "piece")) {
        Matcher result = java.awaitOutput(Pattern.compile(RESULT.pattern().replace("(parts|piece)", "(" + how + ")")),
                                          Duration.ofMinutes(5));
        assertEquals((long) FILE_MEBI * MEBI, Long.parseLong(result.group(2)));
        assertTrue(Long.parseLong(result.group(3)) < MOST_MEBI, result.group());
      }
      java.awaitEnd(Duration.ofSeconds(60));
    }
  }

  /** Downloads large files and tells how much memory each took beyond what was there before. */
  static final class LargeDownloads {

    private LargeDownloads() {}

    public static void main(String[] arguments) throws Exception {
      try (EmbeddedMule mule = application(config("Twilio", arguments[0], "") + flow("parts", '1') + flow("piece", '2'))
          .extension(AnswerExtension.class).start()) {
        for (String flow : List.of("parts", "piece")) {
          measure(mule, flow);
        }
      }
    }

    private static String flow(String name, char digit) {
      return DownloadTest.download(name, "media messageSid='MM" + String.valueOf(digit).repeat(32) + "' mediaSid='ME"
          + "1".repeat(32) + "'");
    }

    /** What is in use after a collection: how often the collector runs says nothing. */
    private static void measure(EmbeddedMule mule, String flow) throws InterruptedException {
      PeakMemory memory = PeakMemory.sample(() -> {
        LockSupport.parkNanos(BETWEEN_SAMPLES_NANOS);
        System.gc();
      });
      String read = mule.run(flow, "").payload().toString();
      System.out.println(flow + " read " + read.split(" ")[0] + " bytes with " + memory.stop() + " MiB");
    }
  }
}
