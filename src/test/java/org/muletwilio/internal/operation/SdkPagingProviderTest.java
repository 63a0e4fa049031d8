package org.muletwilio.internal.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.component.ComponentIdentifier;
import org.mule.runtime.api.exception.TypedException;
import org.mule.runtime.api.message.ErrorType;

import org.muletwilio.internal.connection.TestConnection;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.FakeHttp;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;

import com.twilio.rest.Domains;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.ApplicationReader;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.ServiceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of the typed operations: their filters, hostile pages, and the error of a page that fails. */
class SdkPagingProviderTest {

  private final FakeHttp http = new FakeHttp();
  private final TwilioConnection connection = TestConnection.over(http);

  /** An error type that says its name alone. */
  private record NamedType(String getNamespace, String getIdentifier) implements ErrorType {

    @Override
    public ErrorType getParentErrorType() {
      return null;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "Support & sales", "ä+b=c&d"})
  void aFilterIsSentWhateverItsTextIs(String name) {
    http.answer(200, page("null"));
    assertEquals(List.of(), applications(name).getPage(connection));
    assertEquals("PageSize=50&FriendlyName=" + URLEncoder.encode(name, UTF_8),
                 http.requests().get(0).getUri().getRawQuery());
  }

  @Test
  void noFilterIsSentForNone() {
    http.answer(200, page("null"));
    applications(null).getPage(connection);
    assertEquals("https://api.twilio.com/2010-04-01/Accounts/AC1/Applications.json?PageSize=50",
                 http.requests().get(0).getUri().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void anEmptyFilterIsRefused(String name) {
    assertEquals("twilio:list-applications: friendlyName is empty: leave it out to list all",
                 assertThrows(TwilioException.class, () -> applications(name)).getMessage());
  }

  @Test
  void pagesThatLeadInARingAreRefused() {
    http.answer(200, page("\"/2010-04-01/Accounts/AC1/Applications.json?Page=1\"", "AP1"))
        .answer(200, page("\"/2010-04-01/Accounts/AC1/Applications.json?Page=1\"", "AP2"));
    SdkPagingProvider<Application, String> pages = applications(null);
    assertEquals(List.of("AP1"), pages.getPage(connection));
    TypedException refused = assertThrows(TypedException.class, () -> pages.getPage(connection));
    assertEquals("twilio:list-applications: the list has no end: the next page is one that was read before",
                 refused.getCause().getMessage());
  }

  /** What reads a list may go on after an error. */
  @Test
  void aPageThatFailedIsReadOnceMore() {
    http.answer(200, page("\"/2010-04-01/Accounts/AC1/Applications.json?Page=1\"", "AP1")).answer(503, "")
        .answer(200, page("null", "AP2"));
    SdkPagingProvider<Application, String> pages = applications(null);
    assertEquals(List.of("AP1"), pages.getPage(connection));
    assertThrows(TypedException.class, () -> pages.getPage(connection));
    assertEquals(List.of("AP2"), pages.getPage(connection));
    assertEquals(List.of(), pages.getPage(connection));
  }

  @Test
  void aHundredEmptyPagesAreRefused() {
    for (int i = 0; i < 100; i++) {
      http.answer(200, page("\"/2010-04-01/Accounts/AC1/Applications.json?Page=" + i + "\""));
    }
    assertTrue(assertThrows(TwilioException.class, () -> applications(null).getPage(connection)).getMessage()
        .contains("100 pages one after the other had no entry"));
  }

  /** Credentials go with each request. */
  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/v1/Services?Page=1", "https://messaging.twilio.com.example.org/v1/Services?Page=1",
      "https://messaging.twilio.com@example.org/v1/Services?Page=1", "http://messaging.twilio.com/v1/Services?Page=1",
      "https://example.org#.twilio.com/v1/Services?Page=1"})
  void aPageElsewhereIsRefused(String address) {
    http.answer(200, "{\"meta\":{\"key\":\"services\",\"url\":\"https://here\",\"page_size\":50,\"previous_page_url\":null,"
        + "\"first_page_url\":null,\"next_page_url\":\"" + address
        + "\"},\"services\":[{\"sid\":\"MG1\"}]}");
    SdkPagingProvider<Service, String> pages = new SdkPagingProvider<>(SdkPagingProviderTest::type, new ServiceReader(),
        ListAddress.of("twilio:list-messaging-services", Domains.MESSAGING, "v1", "Services").pageSize(50), Service::getSid);
    assertEquals(List.of("MG1"), pages.getPage(connection));
    assertThrows(TypedException.class, () -> pages.getPage(connection));
    assertEquals(1, http.requests().size());
  }

  @Test
  void aLaterPageThatFailsTakesItsErrorTypeAlong() {
    http.answer(404, "{\"code\":20404,\"message\":\"gone\"}")
        .answer(200, page("\"/2010-04-01/Accounts/AC1/Applications.json?Page=1\"", "AP1"))
        .answer(404, "{\"code\":20404,\"message\":\"gone\"}");
    assertEquals(TwilioError.NOT_FOUND,
                 assertThrows(TwilioException.class, () -> applications(null).getPage(connection)).getType(), "the first page");
    SdkPagingProvider<Application, String> pages = applications(null);
    assertEquals(List.of("AP1"), pages.getPage(connection));
    TypedException failure = assertThrows(TypedException.class, () -> pages.getPage(connection));
    assertEquals(new NamedType("TWILIO", "NOT_FOUND"), failure.getErrorType());
    assertEquals(TwilioException.class, failure.getCause().getClass());
  }

  private SdkPagingProvider<Application, String> applications(String name) {
    ListAddress address = ListAddress.of("twilio:list-applications", "Applications").pageSize(50)
        .filter("FriendlyName", "friendlyName", name);
    return new SdkPagingProvider<>(SdkPagingProviderTest::type, new ApplicationReader(), address, Application::getSid);
  }

  private static Optional<ErrorType> type(ComponentIdentifier name) {
    return Optional.of(new NamedType(name.getNamespace(), name.getName()));
  }

  private static String page(String next, String... sids) {
    return "{\"uri\":\"/here\",\"page_size\":50,\"next_page_uri\":" + next + ",\"applications\":["
        + String.join(",", List.of(sids).stream().map(sid -> "{\"sid\":\"" + sid + "\"}").toList()) + "]}";
  }
}
