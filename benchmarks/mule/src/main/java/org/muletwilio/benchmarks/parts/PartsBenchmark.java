package org.muletwilio.benchmarks.parts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.stream.Collectors.joining;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.callback.ReportedFields;
import org.muletwilio.benchmarks.callback.CallbackFields;
import org.muletwilio.benchmarks.server.Account;
import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.route.RoutePaths;
import org.muletwilio.internal.callback.signature.CallbackSignature;
import org.muletwilio.internal.callback.signature.SignedFields;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SigningKey;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.twilio.security.RequestValidator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a callback goes through on its way to the flow, one by one, against the SDK's validator and the HMAC that both need. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(NANOSECONDS)
public class PartsBenchmark {

  private static final String CONFIG = "Twilio";

  @Param({"MESSAGE", "CALL"})
  private CallbackFields fields;

  private final RouteSecret secret = new RouteSecret(Account.AUTH_TOKEN);
  private final List<SigningKey> trusted = Collections.singletonList(SigningKey.authToken(Account.AUTH_TOKEN));
  private final RoutePaths paths = new RoutePaths(CONFIG, Collections.singletonList(secret));
  private final SignedFields signedFields = new SignedFields();
  private final RequestValidator validator = new RequestValidator(Account.AUTH_TOKEN);
  private final CallbackRoute route = new CallbackRoute(CONFIG, CallbackKind.MESSAGE_STATUS, "sms-status",
      Optional.of("0-1d2f3a40-aaaa-11ee-8bbb-0242ac120002"), Collections.emptyMap());
  private String pathAndQuery;
  private String url;
  private Map<String, String> values;
  private byte[] body;
  private CallbackBody received;
  private String signature;
  private byte[] signed;

  @Setup
  public void prepare() throws Exception {
    pathAndQuery = route.pathAndQuery(secret);
    url = Account.PUBLIC_ORIGIN + "/twilio/callbacks" + pathAndQuery;
    values = fields.of(1);
    body = values.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
        .collect(joining("&")).getBytes(UTF_8);
    received = CallbackBody.of(Optional.empty(), body).get();
    StringBuilder text = new StringBuilder(url);
    new TreeMap<>(values).forEach((name, value) -> text.append(name).append(value));
    signed = text.toString().getBytes(UTF_8);
    signature = Base64.getEncoder().encodeToString(bareHmac());
    if (!signature() || !sdkValidator() || !routeParse().isPresent()) {
      throw new IllegalStateException("a genuine callback was refused");
    }
  }

  /** The least that any check has to do: the MAC of bytes that lie ready. */
  @Benchmark
  public byte[] bareHmac() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(Account.AUTH_TOKEN.getBytes(UTF_8), "HmacSHA1"));
    return mac.doFinal(signed);
  }

  @Benchmark
  public boolean signature() {
    return CallbackSignature.of(url, Collections.emptySet(), received, signedFields).fits(signature, trusted);
  }

  @Benchmark
  public boolean sdkValidator() {
    return validator.validate(url, values, signature);
  }

  @Benchmark
  public Optional<CallbackRoute> routeParse() {
    return CallbackRoute.parse(paths, pathAndQuery);
  }

  @Benchmark
  public String routeBuild() {
    return route.pathAndQuery(secret);
  }

  @Benchmark
  public Optional<MultiMap<String, String>> formDecode() {
    return FormFields.decode(new String(body, ISO_8859_1));
  }

  @Benchmark
  public CallbackAttributes attributes() {
    return ReportedFields.addTo(new CallbackAttributesBuilder().kind(CallbackKind.MESSAGE_STATUS).flow("sms-status"),
                                CallbackKind.MESSAGE_STATUS, received.getForm()).build();
  }
}
