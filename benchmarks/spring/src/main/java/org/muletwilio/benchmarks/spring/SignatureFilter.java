package org.muletwilio.benchmarks.spring;

import org.muletwilio.benchmarks.server.Account;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import com.twilio.security.RequestValidator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what Twilio has not signed. */
@Component
public class SignatureFilter extends OncePerRequestFilter {

  private final RequestValidator validator = new RequestValidator(Account.AUTH_TOKEN);

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Map<String, String> fields = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
    String signature = request.getHeader("X-Twilio-Signature");
    if (signature == null || !validator.validate(Account.PUBLIC_ORIGIN + request.getRequestURI(), fields, signature)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, response);
  }
}
