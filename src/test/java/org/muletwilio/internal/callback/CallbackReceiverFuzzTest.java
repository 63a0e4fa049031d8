package org.muletwilio.internal.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.fuzz.HostileTexts;
import org.muletwilio.testkit.fuzz.Mutation;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.twilio.security.RequestValidator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever comes, the receiver gives one answer of those that README names, keeps no room for what has ended, and runs the flow
 * only for what the SDK believes too. There is room for one callback, so that one that was kept would leave none for the next.
 */
class CallbackReceiverFuzzTest {

  private static final Set<Integer> DOCUMENTED = Set.of(204, 400, 403, 404, 413, 415);
  private static final RequestValidator SDK = new RequestValidator(ReceiverFixture.SECRET);

  private final ReceiverFixture fixture;

  CallbackReceiverFuzzTest() throws Exception {
    fixture = new ReceiverFixture(false);
  }

  @Property
  void nothingForgedRunsTheFlow(@ForAll("drafts") Draft draft) {
    int before = fixture.runs();
    List<HttpResponse> answers = fixture.handle(draft.request());
    assertEquals(1, answers.size(), draft.toString());
    int status = answers.get(0).getStatusCode();
    assertTrue(DOCUMENTED.contains(status), () -> status + " to " + draft);
    assertEquals(status == 204 ? 1 : 0, fixture.runs() - before, draft.toString());
    assertFalse(status == 204 && !isGenuine(draft), draft.toString());
    for (Draft genuine : List.of(Draft.form(), Draft.json())) {
      assertEquals(204, fixture.handle(genuine.request()).get(0).getStatusCode(), () -> "a genuine one after " + draft);
    }
    assertEquals(2 + (status == 204 ? 1 : 0), fixture.runs() - before);
  }

  /** The SDK knows no repeated fields, and nobody signs a fragment. */
  private static boolean isGenuine(Draft draft) {
    String url = ReceiverFixture.ORIGIN + draft.target.replaceAll("#.*", "");
    String path = URI.create(draft.target).getRawPath();
    boolean json = path.equals(URI.create(Draft.json().target).getRawPath());
    if (draft.signature == null || draft.breaksAt >= 0
        || !json && !path.equals(URI.create(ReceiverFixture.target(CallbackKind.MESSAGE_STATUS)).getRawPath())) {
      return false;
    }
    String text = new String(draft.body, UTF_8);
    try {
      if (draft.target.contains("bodySHA256") && SDK.validate(url, text, draft.signature)) {
        return true;
      }
      Map<String, String> fields = Form.parse(text).fields().stream().distinct()
          .collect(Collectors.toMap(Form.Field::name, Form.Field::value, (one, other) -> one + " " + other));
      return SDK.validate(url, fields, draft.signature);
    } catch (Exception e) {
      return false;
    }
  }

  @Provide
  Arbitrary<Draft> drafts() {
    Arbitrary<List<Consumer<Draft>>> changes = change().list().ofMinSize(0).ofMaxSize(3);
    return Combinators.combine(Arbitraries.of(true, false), changes).as((json, all) -> {
      Draft draft = json ? Draft.json() : Draft.form();
      all.forEach(each -> each.accept(draft));
      return draft;
    });
  }

  @SuppressWarnings("unchecked")
  private static Arbitrary<Consumer<Draft>> change() {
    return Arbitraries.frequencyOf(Tuple.of(3, text().map(text -> draft -> draft.target = text.of(draft.target))),
        Tuple.of(3, text().map(text -> draft -> draft.signature = draft.signature == null ? "" : text.of(draft.signature))),
        Tuple.of(3, text().map(text -> draft -> draft.body = text.of(new String(draft.body, UTF_8)).getBytes(UTF_8))),
        Tuple.of(1, HostileTexts.broken().map(text -> draft -> draft.target = text)),
        Tuple.of(1, HostileTexts.broken().map(text -> draft -> draft.target += text)),
        Tuple.of(1, HostileTexts.broken().map(text -> draft -> draft.signature = text)),
        Tuple.of(1, Arbitraries.just(draft -> draft.signature = null)),
        Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(50).map(bytes -> draft -> draft.body = bytes)),
        Tuple.of(1, HostileTexts.broken().map(text -> draft -> draft.body = (new String(draft.body, UTF_8) + "&"
            + text).getBytes(UTF_8))),
        Tuple.of(1, Arbitraries.of(65_535, 65_536, 65_537, 200_000).map(size -> draft -> draft.body = Arrays.copyOf(draft.body,
            size))),
        Tuple.of(1, Arbitraries.integers().between(0, 60).map(at -> draft -> draft.breaksAt = at)),
        Tuple.of(1, Arbitraries.of("application/json", "text/plain", "", "a/b;c", "application/x+json", ";", null)
            .map(type -> draft -> draft.contentType = type)),
        Tuple.of(1, Arbitraries.of("-1", "0", "65537", "99999999999999999999", "abc", "", " 12 ", "1,2", "+5", "0x10")
            .map(length -> draft -> draft.headers.addAll(List.of("Content-Length", length)))),
        Tuple.of(1, HostileTexts.broken().map(text -> draft -> draft.headers.addAll(List.of("X-Twilio-Signature", text)))),
        Tuple.of(1, HostileTexts.broken().map(text -> draft -> draft.headers.addAll(List.of("I-Twilio-Idempotency-Token",
            text)))),
        Tuple.of(1, HostileTexts.broken().map(text -> draft -> draft.headers.addAll(List.of("Host", text, "X-Forwarded-Host",
            text)))),
        Tuple.of(1, Arbitraries.of("GET", "PUT", "", "POST\r\nX: y").map(method -> draft -> draft.method = method)));
  }

  private static Arbitrary<Mutation> text() {
    return Mutation.any();
  }
}
