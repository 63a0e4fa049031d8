package org.muletwilio.functional.signature;

import org.muletwilio.testkit.http.HttpMode;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callbacks that are genuine and sent in a way that Twilio or a proxy may take one day, and some that only look so. */
class UnusualRequestsTest extends WrittenRequests {

  @ParameterizedTest
  @EnumSource(HttpMode.class)
  void areAnsweredAsOthersAre(HttpMode mode) throws Exception {
    serve(mode, () -> {
      String asked = form();
      send("100 204", "waits until its body is asked for", socket -> {
        write(socket, head("POST", asked, "Expect: 100-continue\r\n" + length(asked)));
        String first = status(socket);
        write(socket, asked);
        return first + " " + status(socket);
      });
      String closed = form();
      send("204", "half closed behind its body", socket -> {
        write(socket, head("POST", closed, length(closed)) + closed);
        socket.shutdownOutput();
        return status(socket);
      });
      String first = form();
      String second = form();
      send("204 204", "two at once", socket -> {
        write(socket, head("POST", first, length(first)) + first + head("POST", second, length(second)) + second);
        return status(socket) + " " + status(socket);
      });
      String small = form();
      post("204", "chunks of a byte", small, CHUNKED, small.replaceAll(".", "1\r\n$0\r\n") + END);
      String trailed = form();
      post("204", "a trailer", trailed, CHUNKED, chunk(trailed) + "0\r\nX-Trailer: a\r\n\r\n");
      post("204", "no body in chunks", "", CHUNKED, END);
      String both = form();
      post("204", "chunks and another length", both, CHUNKED + "Content-Length: 1000\r\n", chunk(both) + END);
      for (int size : List.of(MOST_BYTES - 1, MOST_BYTES, MOST_BYTES + 1)) {
        String whole = form(size);
        String inChunks = form(size);
        boolean fits = size <= MOST_BYTES;
        post(fits ? "204" : "413", size + " bytes", whole, length(whole), whole);
        post(fits ? "204" : "413", size + " bytes in a chunk", inChunks, CHUNKED, chunk(inChunks) + END);
        post(fits ? "408" : "413", size + " bytes without the last", whole, length(whole), whole.substring(1));
        post(fits ? "408" : "413", size + " bytes in a chunk without an end", whole, CHUNKED, chunk(whole));
      }
    });
  }

  @ParameterizedTest
  @EnumSource(HttpMode.class)
  void areRefusedWhereTheyAreWrong(HttpMode mode) throws Exception {
    serve(mode, () -> {
      for (String method : List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE")) {
        send("405", method, socket -> {
          write(socket, head(method, "", "Content-Length: 0\r\n"));
          return status(socket);
        });
      }
      for (String length : List.of("zz", "-1", "FFFFFFFFFFFFFFFFF", "0x5", "5 5")) {
        post("400", "chunk of " + length, "", CHUNKED, length + "\r\nabcde\r\n" + END);
      }
      for (String length : List.of("7FFFFFFF", "80000000")) {
        post("408", "chunk of " + length, "", CHUNKED, length + "\r\nabcde\r\n" + END);
      }
      String form = form();
      post("400", "two lengths", form, "Content-Length: 1000\r\n" + length(form), form);
      post("400", "a negative length", form, "Content-Length: -5\r\n", form);
      post("400", "a length with a plus", form, "Content-Length: +" + form.length() + "\r\n", form);
      for (String headers : List.of("Content-Length: 1000\r\n", CHUNKED)) {
        send("end", "half closed in its body, " + headers.trim(), socket -> {
          write(socket, head("POST", form, headers) + "1000\r\n" + form);
          socket.shutdownOutput();
          return status(socket);
        });
      }
      send("403", "signed in a trailer", socket -> {
        write(socket, head("POST", form, CHUNKED).replaceFirst("X-Twilio-Signature: .*\r\n", "") + chunk(form)
            + "0\r\nX-Twilio-Signature: " + signature(form) + "\r\n\r\n");
        return status(socket);
      });
    });
  }
}
