package org.muletwilio.functional.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;

import org.muletwilio.functional.support.PeakMemory;
import org.muletwilio.functional.support.WorkApplication;
import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.tool.ToolProcess;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer of hundreds of megabytes, measured in a Java of its own with a heap that is smaller. */
class LargeAnswerTest {

  private static final long MEBI = 1024 * 1024;
  private static final long ANSWER_MEBI = 400;
  private static final String HEAP = "-Xmx200m";
  private static final Pattern RESULT = Pattern.compile("(\\S+) (\\S+) took (\\d+) MiB");

  @Test
  void takesAFractionOfItsSize(@TempDir Path folder) throws Exception {
    try (BadServer twilio = BadServer.start((request, client) -> {
      boolean create = request.startsWith("POST");
      BadServer.write(client, create ? "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n"
          : "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + (request.contains("/Messages/") ? "\r\n"
              : "Content-Length: " + ANSWER_MEBI * MEBI + "\r\n\r\n"));
      sendMuch(client, create);
      return false;
    }); ToolProcess java = ToolProcess.start(folder, WorkApplication.javaWithHeap(HEAP, LargeAnswers.class, twilio.baseUri()))) {
      for (String expected : List.of("send TWILIO:UNKNOWN_OUTCOME", "get TWILIO:SERVER_ERROR", "call TWILIO:SERVER_ERROR")) {
        String flow = expected.substring(0, expected.indexOf(' '));
        Matcher result = java.awaitOutput(Pattern.compile(RESULT.pattern().replace("(\\S+) (\\S+)", "(" + flow + ") (\\S+)")),
            Duration.ofSeconds(90));
        assertEquals(expected, result.group(1) + " " + result.group(2));
        assertTrue(Long.parseLong(result.group(3)) < ANSWER_MEBI / 2, result.group());
      }
      java.awaitEnd(Duration.ofSeconds(60));
    }
  }

  /** Sends until the client has had enough. */
  private static void sendMuch(Socket client, boolean chunked) throws IOException {
    byte[] part = new byte[(int) MEBI];
    OutputStream out = client.getOutputStream();
    for (int i = 0; i < ANSWER_MEBI; i++) {
      if (chunked) {
        out.write("100000\r\n".getBytes(US_ASCII));
      }
      out.write(part);
      if (chunked) {
        out.write("\r\n".getBytes(US_ASCII));
      }
      out.flush();
    }
  }

  /** Asks for large answers and tells how much memory each took. */
  static final class LargeAnswers {

    private LargeAnswers() {}

    public static void main(String[] arguments) throws Exception {
      try (EmbeddedMule mule = application(config("Twilio", arguments[0], "")
          + "<flow name='send'><twilio:send-message config-ref='Twilio' to='+15551234567' from='+15005550006' body='x'/></flow>"
          + "<flow name='get'><twilio:get-message config-ref='Twilio' messageSid='SM00000000000000000000000000000001'/></flow>"
          + "<flow name='call'><twilio:get-call config-ref='Twilio' callSid='CA00000000000000000000000000000001'/></flow>")
          .start()) {
        for (String flow : List.of("send", "get", "call")) {
          measure(mule, flow);
        }
      }
    }

    private static void measure(EmbeddedMule mule, String flow) throws InterruptedException {
      PeakMemory memory = PeakMemory.sample(Thread::onSpinWait);
      String error = "none";
      try {
        mule.run(flow, "");
      } catch (FlowFailedException e) {
        error = e.errorType();
      }
      System.out.println(flow + " " + error + " took " + memory.stop() + " MiB");
    }
  }
}
