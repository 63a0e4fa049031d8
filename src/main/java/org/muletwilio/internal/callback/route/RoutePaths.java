package org.muletwilio.internal.callback.route;

import org.muletwilio.internal.callback.trust.RouteSecret;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the paths of one config's routes. All callbacks of a flow have the same, so that what was read once is remembered, in
 * place of a second HMAC for each callback. Thread-safe.
 */
public final class RoutePaths {

  /** Far more than an application has flows. None is kept but those that it made itself. */
  private static final int MOST = 1_000;

  private final String config;
  private final Collection<RouteSecret> trusted;
  private final Map<String, RoutePath> known = new ConcurrentHashMap<>();

  /**
   * @param config the config's name
   * @param trusted the secrets with one of which a path's token must have been made
   */
  public RoutePaths(String config, Collection<RouteSecret> trusted) {
    this.config = config;
    this.trusted = trusted;
  }

  /** @return the config's name */
  public String getConfig() {
    return config;
  }

  /**
   * Takes time in proportion to the path.
   *
   * @param path any path, from its config segment on
   * @return what the path says, or empty where it is none of this config's or its token is wrong
   */
  public Optional<RoutePath> find(String path) {
    return path.indexOf('%') < 0 ? findPlain(path) : findPlain(path.replace("%7E", "~").replace("%7e", "~"));
  }

  /** Some proxies escape the tilde on the way, which means the same. */
  private Optional<RoutePath> findPlain(String path) {
    int end = Math.max(path.lastIndexOf('/'), 0);
    RoutePath before = known.get(path.substring(0, end));
    if (before != null && before.hasToken(path.substring(end + 1))) {
      return Optional.of(before);
    }
    Optional<RoutePath> found = RoutePath.parse(config, path, trusted);
    if (found.isPresent() && known.size() < MOST) {
      known.put(found.get().getNamed(), found.get());
    }
    return found;
  }
}
