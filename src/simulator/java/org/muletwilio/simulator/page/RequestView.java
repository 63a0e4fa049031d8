package org.muletwilio.simulator.page;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.resource.Journal.Numbered;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests to the API as the page shows them. */
final class RequestView {

  /** What an error body tells, as the simulator writes it. */
  private static final Pattern ERROR = Pattern.compile("\"code\":(\\d+),\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private RequestView() {}

  static Map<String, Object> summary(Numbered<ApiExchange> one) {
    ApiExchange exchange = one.entry();
    return WebState.map("number", one.number(), "at", exchange.request().at().toString(), "method", exchange.method(),
                        "path", exchange.path(), "parameters", parameters(exchange), "answer", exchange.status(),
                        "error", error(exchange).orElse(null));
  }

  private static int parameters(ApiExchange exchange) {
    return exchange.request().query().fields().size() + exchange.request().form().fields().size();
  }

  static Map<String, Object> all(Numbered<ApiExchange> one) {
    Map<String, Object> all = summary(one);
    ApiExchange exchange = one.entry();
    all.put("user", exchange.request().user().orElse(null));
    all.put("query", Masks.pairs(exchange.request().query()));
    boolean form = exchange.request().header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
    all.put("form", form ? Masks.pairs(exchange.request().form()) : List.of());
    all.put("body", form ? "" : Masks.text(exchange.request().body()));
    all.put("answerHeaders", exchange.answer().map(answer -> new TreeMap<>(answer.headers())).orElseGet(TreeMap::new));
    all.put("answerBody", Masks.text(exchange.answer().map(ApiAnswer::body).orElse("")));
    return all;
  }

  /** Twilio's error code and text, if the answer is an error. */
  static Optional<String> error(ApiExchange exchange) {
    if (exchange.status() == 0) {
      return Optional.of("The connection was cut");
    }
    return exchange.answer().filter(answer -> answer.status() >= 400).map(answer -> {
      Matcher error = ERROR.matcher(answer.body());
      return error.find() ? error.group(1) + " " + error.group(2).replace("\\\"", "\"") : "HTTP " + answer.status();
    });
  }
}
