package org.muletwilio.benchmarks.camel;

import org.muletwilio.benchmarks.server.Account;
import org.muletwilio.benchmarks.server.ServerControl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.twilio.security.RequestValidator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A route that checks the signature as the SDK does and sets the body. */
public final class CamelServer {

  private CamelServer() {}

  public static void main(String[] arguments) throws Exception {
    ServerControl control = new ServerControl();
    int port = ServerControl.freePort();
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.addRoutes(new RouteBuilder() {

      @Override
      public void configure() {
        RequestValidator validator = new RequestValidator(Account.AUTH_TOKEN);
        from("undertow:http://127.0.0.1:" + port + Account.PATH + "?httpMethodRestrict=POST")
            .choice().when(exchange -> isGenuine(validator, exchange))
              .removeHeaders("*").setBody(constant("done")).to("direct:status")
              .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(204)).setBody(constant(null))
            .otherwise()
              .removeHeaders("*").setHeader(Exchange.HTTP_RESPONSE_CODE, constant(403)).setBody(constant(null));
        from("direct:status").setBody(constant("done"));
      }
    });
    camel.start();
    List<String> urls = List.of(Account.PUBLIC_ORIGIN + Account.PATH);
    control.serve(port, urls, urls);
    System.exit(0);
  }

  /** Camel's undertow component has parsed the form into a map. */
  private static boolean isGenuine(RequestValidator validator, Exchange exchange) {
    Map<String, String> fields = new HashMap<>();
    exchange.getMessage().getBody(Map.class).forEach((name, value) -> fields.put(name.toString(), value.toString()));
    return validator.validate(Account.PUBLIC_ORIGIN + Account.PATH, fields,
                              exchange.getMessage().getHeader("X-Twilio-Signature", String.class));
  }
}
