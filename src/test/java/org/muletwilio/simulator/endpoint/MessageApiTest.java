package org.muletwilio.simulator.endpoint;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.simulator.TwilioSimulator.DEFAULT_ACCOUNT_SID;

import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.script.MessageOutcome;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;

import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of the API: created, scheduled, listed, changed and refused. */
class MessageApiTest extends MessageApiFixture {

  @Test
  void aMessageHasTenFilesAtMost() {
    List<URI> files = new ArrayList<>(Collections.nCopies(10, URI.create("https://example.com/a.png")));
    assertNotNull(Message.creator(TO, FROM, files).create(client).getSid());
    files.add(URI.create("https://example.com/b.png"));
    assertEquals(21623, assertThrows(ApiException.class, () -> Message.creator(TO, FROM, files).create(client)).getCode());
  }

  @Test
  void createsAMessage() {
    Message message = Message.creator(TO, FROM, "Grüße & 😀").create(client);
    assertTrue(message.getSid().matches("SM[0-9a-f]{32}"));
    assertEquals(DEFAULT_ACCOUNT_SID, message.getAccountSid());
    assertEquals(Message.Status.QUEUED, message.getStatus());
    assertEquals("Grüße & 😀", message.getBody());
    assertEquals(TO.toString(), message.getTo());
    assertEquals(FROM, message.getFrom());
    assertEquals(Message.Direction.OUTBOUND_API, message.getDirection());
    assertEquals("1", message.getNumSegments());
    assertEquals("2010-04-01", message.getApiVersion());
    assertNotNull(message.getDateCreated());
    assertNull(message.getDateSent());
    assertNull(message.getErrorCode());
    assertNotNull(message.getSubresourceUris().get("media"));
  }

  @Test
  void fetchesItsState() throws Exception {
    simulator.script().outcome("+14155550111", MessageOutcome.undelivered(30003));
    String sid = Message.creator(new PhoneNumber("+14155550111"), FROM, "x").create(client).getSid();
    String url = "http://127.0.0.1:1/";
    Message.creator(new PhoneNumber("+14155550111"), FROM, "x").setStatusCallback(URI.create(url)).create(client);
    simulator.awaitCallbacks(sent -> sent.stream().anyMatch(callback -> callback.field("MessageStatus").equals("undelivered")),
                             Duration.ofSeconds(10));
    Message message = Message.fetcher(sid).fetch(client);
    assertEquals(Message.Status.UNDELIVERED, message.getStatus());
    assertEquals(30003, message.getErrorCode());
    assertNotNull(message.getDateSent());
    assertEquals("-0.00790", message.getPrice());
  }

  @Test
  void sendsMediaAndContent() {
    Message media = Message.creator(TO, FROM, List.of(URI.create("https://example.com/a.png"))).create(client);
    assertTrue(media.getSid().startsWith("MM"));
    assertEquals("1", media.getNumMedia());
    MessageCreator content = new MessageCreator(TO, FROM, (String) null).setContentSid("HX" + "3".repeat(32));
    assertEquals(Message.Status.QUEUED, content.create(client).getStatus());
  }

  @Test
  void takesAMessagingService() {
    Message message = Message.creator(TO, "MG" + "4".repeat(32), "x").create(client);
    assertEquals(Message.Status.ACCEPTED, message.getStatus());
    assertNull(message.getFrom());
    assertEquals("MG" + "4".repeat(32), message.getMessagingServiceSid());
  }

  @Test
  void schedulesAndCancels() {
    Message message = scheduled(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1)).create(client);
    assertEquals(Message.Status.SCHEDULED, message.getStatus());
    assertEquals(Message.Status.CANCELED,
                 Message.updater(message.getSid()).setStatus(Message.UpdateStatus.CANCELED).update(client).getStatus());
    assertCode(30409, () -> Message.updater(message.getSid()).setStatus(Message.UpdateStatus.CANCELED).update(client));
    assertCode(35114, () -> scheduled(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(10)).create(client));
    assertCode(35118, () -> Message.creator(TO, FROM, "x").setScheduleType(Message.ScheduleType.FIXED)
        .setSendAt(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1)).create(client));
  }

  private static MessageCreator scheduled(ZonedDateTime at) {
    return Message.creator(TO, "MG" + "4".repeat(32), "x").setScheduleType(Message.ScheduleType.FIXED).setSendAt(at);
  }

  @Test
  void redactsAndDeletes() {
    Message message = Message.creator(TO, FROM, "x").create(client);
    assertEquals("", Message.updater(message.getSid()).setBody("").update(client).getBody());
    assertTrue(Message.deleter(message.getSid()).delete(client));
    assertCode(20404, () -> Message.fetcher(message.getSid()).fetch(client));
  }

  @Test
  void listsInPages() {
    List<String> sids = List.of("1", "2", "3", "4", "5").stream()
        .map(body -> Message.creator(TO, FROM, body).create(client).getSid()).collect(toList());
    Message.creator(new PhoneNumber("+14155550199"), FROM, "other").create(client);
    ResourceSet<Message> read = Message.reader().setTo(TO).pageSize(2).read(client);
    List<String> found = StreamSupport.stream(read.spliterator(), false).map(Message::getSid).collect(toList());
    Collections.reverse(found);
    assertEquals(sids, found);
    long pages = simulator.requests().stream().filter(request -> request.method().equals("GET")).count();
    assertEquals(3, pages);
  }

  @ParameterizedTest
  @CsvSource({
      "+15005550001, +14155550100, 21212", "+15005550007, +14155550100, 21606", "+15005550008, +14155550100, 21611",
      "+15005550006, +15005550001, 21211", "+15005550006, +15005550002, 21612", "+15005550006, +15005550003, 21408",
      "+15005550006, +15005550004, 21610", "+15005550006, +15005550009, 21614", "+15005550006, nonsense, 21211",
      "not a sender at all, +14155550100, 21212", "+15005550006, '', 21604", "'', +14155550100, 21603"})
  void knowsTheMagicNumbers(String from, String to, int code) {
    ApiException error = assertCode(code, () -> Message.creator(new PhoneNumber(to), new PhoneNumber(from), "x").create(client));
    assertEquals("https://www.twilio.com/docs/errors/" + code, error.getMoreInfo());
    assertEquals(List.of(), simulator.messages());
  }

  @Test
  void tellsWhereThePlusWent() {
    assertTrue(assertCode(21211, () -> Message.creator(new PhoneNumber(" 14155550100"), FROM, "x").create(client)).getMessage()
        .contains("%2B"));
  }

  @Test
  void refusesBodiesAndAddresses() {
    assertCode(21602, () -> Message.creator(TO, FROM, "").create(client));
    assertCode(21617, () -> Message.creator(TO, FROM, "x".repeat(1601)).create(client));
    for (String url : List.of("ftp://example.com/", "https://a_b.example.com/")) {
      assertCode(21609, () -> Message.creator(TO, FROM, "x").setStatusCallback(URI.create(url)).create(client));
    }
  }

  @Test
  void keepsWhatItWasAsked() {
    Message.creator(TO, FROM, "x").setStatusCallback(URI.create("https://example.com/s#rc=3")).create(client);
    ApiExchange exchange = simulator.requests().get(0);
    assertEquals("POST", exchange.method());
    assertEquals("/2010-04-01/Accounts/" + DEFAULT_ACCOUNT_SID + "/Messages.json", exchange.path());
    assertEquals("https://example.com/s#rc=3", exchange.field("StatusCallback"));
    assertEquals(201, exchange.status());
  }
}
