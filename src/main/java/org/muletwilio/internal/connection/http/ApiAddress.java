package org.muletwilio.internal.connection.http;

import static java.util.Locale.ROOT;
import static java.util.Optional.empty;
import static java.util.Optional.of;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

import com.twilio.http.Request;

/** Where Twilio's APIs are: at Twilio, in one of its regions, or all at one other address such as a simulator's. */
public final class ApiAddress {

  public static final String TWILIO = "https://api.twilio.com";

  private static final String TOKEN_PATH = "/v2/token";
  private static final String SCHEME_END = "://";
  private static final Pattern TWILIOS = Pattern.compile("https://[a-z0-9.-]+\\.twilio\\.com");

  private final Optional<String> region;
  private final Optional<String> edge;
  private final Optional<String> substitute;

  private ApiAddress(Optional<String> region, Optional<String> edge, Optional<String> substitute) {
    this.region = region;
    this.edge = edge;
    this.substitute = substitute;
  }

  /**
   * @param baseUri <code>https://api.twilio.com</code>, one with edge and region, or another
   * @throws IllegalArgumentException if it is no such address
   */
  public static ApiAddress parse(String baseUri) {
    URI uri = requireHttp("baseUri", baseUri);
    String base = baseUri.endsWith("/") ? baseUri.substring(0, baseUri.length() - 1) : baseUri;
    String[] labels = uri.getHost().split("\\.");
    boolean twilio = base.equals("https://" + uri.getHost()) && base.startsWith("https://api.") && base.endsWith(".twilio.com");
    if (twilio && labels.length == 3) {
      return new ApiAddress(empty(), empty(), empty());
    }
    if (twilio && labels.length == 4) {
      return new ApiAddress(of(labels[1]), empty(), empty());
    }
    if (twilio && labels.length == 5) {
      return new ApiAddress(of(labels[2]), of(labels[1]), empty());
    }
    return new ApiAddress(empty(), empty(), of(base));
  }

  /**
   * @param name the parameter's name
   * @param text its value
   * @return the same
   * @throws IllegalArgumentException if it is not an http or https address, or has more than a path behind its host
   */
  public static URI requireHttp(String name, String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          || uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
        throw new IllegalArgumentException(name + " is '" + text + "': it must be an http or https address without a query");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name + " is '" + text + "': it must be an http or https address", e);
    }
  }

  /**
   * @return whether what is sent there, credentials included, can be read on its way: it goes to another machine by plain HTTP
   */
  public boolean isInClear() {
    return substitute.map(URI::create).filter(uri -> uri.getScheme().equals("http") && !isThisMachine(uri.getHost())).isPresent();
  }

  private static boolean isThisMachine(String host) {
    String name = host.toLowerCase(ROOT);
    return name.equals("localhost") || name.endsWith(".localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
  }

  @Override
  public String toString() {
    return substitute.orElse(TWILIO);
  }

  /** @return where OAuth access tokens are asked for */
  public String getTokenUri() {
    return substitute.orElse("https://oauth.twilio.com") + TOKEN_PATH;
  }

  /**
   * @param request of the SDK, which names Twilio's hosts
   * @return where to send it. The SDK would escape what is escaped already, and drops edge and region where it does not know the
   *         credentials
   * @throws org.muletwilio.internal.error.TwilioException if its path is not one of the API's
   */
  String uriOf(Request request) {
    String url = request.getUrl();
    ApiPath.require(request.getMethod(), url);
    int pathStart = pathStartOf(url);
    requireTwilio(url.substring(0, pathStart));
    String uri = substitute.orElseGet(() -> atTwilio(url.substring(0, pathStart))).concat(url.substring(pathStart));
    return request.getQueryParams().isEmpty() ? uri : uri + (uri.indexOf('?') < 0 ? '?' : '&') + request.encodeQueryParams();
  }

  /** A page's address of the next one may be any, and credentials go with it. */
  private static void requireTwilio(String schemeAndHost) {
    if (!TWILIOS.matcher(schemeAndHost).matches()) {
      throw new TwilioException(TwilioError.SERVER_ERROR, "No request was sent: '" + Excerpt.of(schemeAndHost)
          + "' is not a host of Twilio");
    }
  }

  /**
   * @param request of the SDK, which names Twilio's hosts
   * @return that host, where requests go elsewhere: a gateway or simulator for all products of Twilio is told which one is meant
   */
  Optional<String> forwardedHost(Request request) {
    return substitute.map(base -> request.getUrl().substring(hostStartOf(request.getUrl()), pathStartOf(request.getUrl())));
  }

  /**
   * @param uri an absolute address that an answer names
   * @param host of the API that has answered
   * @return its path and query there, or empty where the address is of another host
   */
  public Optional<String> pathAndQueryOf(URI uri, String host) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String origin = uri.getScheme() + SCHEME_END + uri.getRawAuthority();
    if (origin.equals("https://" + host) || origin.equals(atTwilio("https://" + host))) {
      return of(uri.getRawPath() + query);
    }
    return substitute.filter(base -> (origin + uri.getRawPath()).startsWith(base + "/"))
        .map(base -> (origin + uri.getRawPath()).substring(base.length()) + query);
  }

  /**
   * @param path of the classic API, with its query
   * @return where it is
   */
  URI uriOf(String path) {
    return URI.create(substitute.orElseGet(() -> atTwilio(TWILIO)) + path);
  }

  /** @return whether an address is one of the classic API where this config reaches it, and so may have its credentials */
  boolean isApi(URI uri) {
    String base = substitute.orElseGet(() -> atTwilio(TWILIO));
    return uri.getRawUserInfo() == null
        && (uri.getScheme() + SCHEME_END + uri.getRawAuthority() + uri.getRawPath()).startsWith(base + "/");
  }

  /** @return whether requests may go out by plain HTTP, as they do to a simulator */
  boolean isPlain() {
    return substitute.filter(base -> base.startsWith("http:")).isPresent();
  }

  /** @return the host of one of Twilio's products in this edge and region */
  private String atTwilio(String schemeAndHost) {
    if (!region.isPresent()) {
      return schemeAndHost;
    }
    String product = schemeAndHost.substring(0, schemeAndHost.indexOf('.'));
    return product + edge.map(name -> "." + name).orElse("") + "." + region.get() + ".twilio.com";
  }

  private static int pathStartOf(String url) {
    return url.indexOf('/', hostStartOf(url));
  }

  private static int hostStartOf(String url) {
    return url.indexOf(SCHEME_END) + SCHEME_END.length();
  }
}
