package org.muletwilio.functional.outbound;

import static org.muletwilio.testkit.http.BadServer.answering;
import static org.muletwilio.testkit.http.BadServer.cutAfter;
import static org.muletwilio.testkit.http.BadServer.endlessAfter;
import static org.muletwilio.testkit.http.BadServer.head;
import static org.muletwilio.testkit.http.BadServer.resetAfter;
import static org.muletwilio.testkit.http.BadServer.stallAfter;
import static org.muletwilio.testkit.http.BadServer.trickleAfter;

import org.muletwilio.testkit.http.BadServer;

/** Each way in which an answer can fail after the request went out. */
enum AnswerFailure {
  CUT(cutAfter("")),
  RESET(resetAfter("")),
  HALF_A_HEAD(cutAfter("HTTP/1.1 201 Crea")),
  HALF_A_BODY(cutAfter(Whole.MADE + Whole.MESSAGE.substring(0, 8))),
  HALF_A_BODY_RESET(resetAfter(Whole.MADE + Whole.MESSAGE.substring(0, 8))),
  HALF_A_CHUNK(cutAfter("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n" + Whole.MESSAGE.substring(0, 8))),
  HALF_THE_CHUNKS(cutAfter("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n" + Whole.MESSAGE.substring(0, 8)
  + "\r\n")),
  NOT_HTTP(cutAfter("SSH-2.0-OpenSSH_9.2p1\r\n\r\n")),
  NOTHING(answering(201, "")),
  NOT_JSON(answering(201, "<html>made</html>")),
  NULL(answering(201, "null")),
  EMPTY(answering(201, "{}")),
  SERVER_ERROR(answering(500, "{\"code\":20500,\"message\":\"Internal Server Error\",\"status\":500}")),
  BAD_GATEWAY(answering(502, "<html>")),
  SILENCE(stallAfter("")),
  SILENT_BODY(stallAfter(Whole.MADE + Whole.MESSAGE.substring(0, 8))),
  TRICKLING_BODY(trickleAfter(head(201, 100_000) + "{", " ")),
  TRICKLING_CHUNKS(trickleAfter("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n")),
  TRICKLING_HEAD(trickleAfter("HTTP/1.1 201 Created\r\n", "X: y\r\n")),
  ENDLESS_BODY(endlessAfter("HTTP/1.1 201 Created\r\n\r\n{", " ".repeat(10_000))),
  ENDLESS_HEAD(endlessAfter("HTTP/1.1 201 Created\r\n", "X: " + "y".repeat(1000) + "\r\n")),
  ENDLESS_CONTINUE(endlessAfter("", "HTTP/1.1 100 Continue\r\n\r\n"));

  final BadServer.Behaviour behaviour;

  AnswerFailure(BadServer.Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /** An answer in which nothing fails. */
  static final class Whole {

    static final String MESSAGE = "{\"sid\":\"SM1\",\"status\":\"queued\"}";
    private static final String MADE = head(201, MESSAGE.length());

    private Whole() {}
  }
}
