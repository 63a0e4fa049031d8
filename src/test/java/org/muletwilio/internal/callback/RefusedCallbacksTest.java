package org.muletwilio.internal.callback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.testkit.http.HostileBody;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.log.LogLines;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is refused, as early as can be known: the log says why, and its place and thread are free for the next. */
@ExpectedErrors({"could not be processed", "its result can't be read"})
class RefusedCallbacksTest {

  @Test
  void anUnsignedOneIsRefusedByItsHeadersAlone() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    fixture.schedulers().ioRuns(task -> {
      throw new AssertionError("no thread is needed for it");
    });
    Draft draft = Draft.form();
    draft.signature = null;
    assertEquals("403 close", fixture.answer(Draft.only(draft.request(), "getPath", "getHeaderValue")));
  }

  @Test
  void whatIsSaidToBeTooLargeIsRefusedByItsHeadersAlone() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    Draft draft = Draft.form();
    draft.headers.addAll(List.of("Content-Length", "65537"));
    assertEquals("413 close", fixture.answer(Draft.only(draft.request(), "getPath", "getHeaderValue")));
    assertEquals(204, fixture.status());
  }

  @Test
  void eachRefusalIsToldWithItsReason() throws Exception {
    try (LogLines log = LogLines.of(RefusalLog.class.getName(), Level.WARN)) {
      Draft draft = Draft.form();
      draft.signature = null;
      assertRefused(log, 403, draft, "from 127.0.0.1", "'sms status' (TWILIO:INVALID_SIGNATURE): it has no X-Twilio-Signature");
      draft.signature = "forged";
      assertRefused(log, 403, draft, "from 127.0.0.1", "'sms status' (TWILIO:INVALID_SIGNATURE): its signature");
      draft.headers.addAll(List.of("Content-Length", "65537"));
      assertRefused(log, 413, draft, "from 127.0.0.1", "'sms status' of over 65536 bytes");
      draft = Draft.form();
      draft.body = new byte[65537];
      assertRefused(log, 413, draft, "from 127.0.0.1", "'sms status' of over 65536 bytes");
      draft.body = "a=%zz".getBytes(US_ASCII);
      assertRefused(log, 400, draft, "from 127.0.0.1", "'sms status' that is neither a form of at most 500 fields nor JSON");
      draft.target += "&a=%zz";
      assertRefused(log, 400, draft, "from 127.0.0.1", "'sms status' whose query is malformed");
      draft = Draft.form();
      draft.breaksAt = 3;
      draft.breaksBy = HostileBody.Kind.FAILING;
      assertRefused(log, 400, draft, "from 127.0.0.1", "'sms status' that can't be read: ", "the client has left");
      draft = Draft.json();
      draft.target = ReceiverFixture.target(CallbackKind.MESSAGE_STATUS);
      assertRefused(log, 415, draft, "JSON from 127.0.0.1 for flow 'sms status', whose address was made for MESSAGE_STATUS");
    }
  }

  /** Of each kind one a minute is told, so that each needs a receiver of its own. */
  private static void assertRefused(LogLines log, int status, Draft draft, String... parts) throws Exception {
    int before = log.all().size();
    assertEquals(List.of(status), new ReceiverFixture(false).handle(draft.request()).stream().map(HttpResponse::getStatusCode)
        .collect(toList()));
    assertEquals(before + 1, log.all().size(), log.all()::toString);
    assertTrue(log.all().get(before).contains("Config 'Twilio' refused"), log.all()::toString);
    for (String part : parts) {
      assertTrue(log.all().get(before).contains(part), log.all()::toString);
    }
  }

  @Test
  void noFreeThreadIsToldOf() throws Exception {
    try (LogLines log = LogLines.of(RefusalLog.class.getName(), Level.WARN)) {
      ReceiverFixture fixture = new ReceiverFixture(false);
      fixture.schedulers().ioRuns(task -> {
        throw new RejectedExecutionException("full on purpose");
      });
      fixture.handle(Draft.form().request());
      assertEquals(1, log.with("from 127.0.0.1 for flow 'sms status', since Mule has no free thread").size(),
                   log.all()::toString);
    }
  }

  @Test
  void moreThan500FieldsAreMalformed() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    for (String pattern : List.of("a&", "a%d=1&", "a=%d&")) {
      assertEquals(403, status(fixture, pattern, FormFields.MOST_FIELDS), pattern);
      assertEquals(400, status(fixture, pattern, FormFields.MOST_FIELDS + 1), pattern);
    }
  }

  @ParameterizedTest
  @EnumSource(value = HostileBody.Kind.class, names = {"STALLED", "TRICKLING", "STUCK"})
  void aBodyThatDoesNotComeIsGivenUpAndItsPlaceFreed(HostileBody.Kind kind) throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    ExecutorService threads = Executors.newCachedThreadPool();
    fixture.schedulers().ioRuns(threads::execute);
    fixture.schedulers().timersRun(100);
    Draft draft = Draft.form();
    draft.breaksAt = 3;
    draft.breaksBy = kind;
    draft.headers.addAll(List.of("Content-Length", "100"));
    try (LogLines log = LogLines.of(RefusalLog.class.getName(), Level.WARN)) {
      List<HttpResponse> answers = fixture.handle(draft.request());
      assertEquals("503 close", fixture.answer(Draft.form().request()), "it has the only place");
      await(answers);
      assertEquals("408 close", ReceiverFixture.told(answers.get(0)));
      assertEquals(1, log.with("a callback from 127.0.0.1 for flow 'sms status': its body ").size(), log.all()::toString);
    }
    fixture.schedulers().timersRun(1);
    List<HttpResponse> next = fixture.handle(Draft.form().request());
    await(next);
    assertEquals("204 keep", ReceiverFixture.told(next.get(0)));
    threads.shutdownNow();
  }

  /** Else whoever knows an address could take all threads of a Mule server for good. */
  @Test
  void readersThatIgnoreTheInterruptAreBounded() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    ExecutorService threads = Executors.newCachedThreadPool();
    fixture.schedulers().ioRuns(threads::execute);
    fixture.schedulers().timersRun(100);
    Draft stuck = Draft.form();
    stuck.breaksAt = 3;
    stuck.breaksBy = HostileBody.Kind.STUCK;
    for (int i = 0; i < 2; i++) {
      List<HttpResponse> answers = fixture.handle(stuck.request());
      await(answers);
      assertEquals("408 close", ReceiverFixture.told(answers.get(0)));
    }
    for (int i = 0; i < 3; i++) {
      assertEquals("503 close", fixture.answer(Draft.form().request()), "an answer at once all the same");
    }
    threads.shutdownNow();
  }

  @Test
  void whereNoThreadIsFreeItIsRefusedAtOnce() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    for (Consumer<Runnable> full : List.<Consumer<Runnable>>of(Runnable::run, task -> {
      throw new RejectedExecutionException("full");
    }, task -> {
      throw new OutOfMemoryError("unable to create native thread");
    })) {
      fixture.schedulers().ioRuns(full);
      for (int i = 0; i < 3; i++) {
        assertEquals("503 close", fixture.answer(Draft.only(Draft.form().request(), "getPath", "getHeaderValue")));
      }
    }
    fixture.schedulers().ioRuns(task -> CompletableFuture.runAsync(task).join());
    assertEquals(204, fixture.status());
  }

  /** A thread that a stop of the application has interrupted. */
  @Test
  void whatIsInterruptedIsRefusedForNow() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    fixture.schedulers().ioRuns(task -> CompletableFuture.runAsync(() -> {
      Thread.currentThread().interrupt();
      task.run();
      assertFalse(Thread.currentThread().isInterrupted(), "an answer is written by it");
    }).join());
    Draft draft = Draft.form();
    draft.breaksAt = 3;
    draft.breaksBy = HostileBody.Kind.STALLED;
    assertEquals("503 close", fixture.answer(draft.request()));
  }

  private static int status(ReceiverFixture fixture, String pattern, int fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields; i++) {
      form.append(String.format(pattern, i));
    }
    Draft draft = Draft.form();
    draft.body = form.toString().getBytes(US_ASCII);
    return fixture.handle(draft.request()).get(0).getStatusCode();
  }

  private static void await(List<HttpResponse> answers) throws InterruptedException {
    for (long end = System.nanoTime() + SECONDS.toNanos(20); answers.isEmpty();) {
      assertTrue(System.nanoTime() < end, "no answer");
      MILLISECONDS.sleep(2);
    }
  }
}
