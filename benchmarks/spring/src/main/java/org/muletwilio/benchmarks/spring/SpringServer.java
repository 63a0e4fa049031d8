package org.muletwilio.benchmarks.spring;

import org.muletwilio.benchmarks.server.Account;
import org.muletwilio.benchmarks.server.ServerControl;

import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A controller behind a filter that checks the signature as the SDK does. */
@SpringBootApplication
@RestController
public class SpringServer {

  public static void main(String[] arguments) throws Exception {
    ServerControl control = new ServerControl();
    ServletWebServerApplicationContext context = (ServletWebServerApplicationContext) SpringApplication.run(SpringServer.class,
        "--server.port=0", "--server.address=127.0.0.1", "--server.tomcat.max-keep-alive-requests=-1",
        "--spring.main.banner-mode=off", "--logging.level.root=WARN");
    List<String> urls = List.of(Account.PUBLIC_ORIGIN + Account.PATH);
    control.serve(context.getWebServer().getPort(), urls, urls);
    System.exit(0);
  }

  @PostMapping(Account.PATH)
  ResponseEntity<Void> status(@RequestParam("AccountSid") String account) {
    return ResponseEntity.noContent().build();
  }
}
