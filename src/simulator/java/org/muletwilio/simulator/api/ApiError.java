package org.muletwilio.simulator.api;

/** A request that the API refuses. */
public final class ApiError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  ApiError(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** A request with an invalid or missing parameter. */
  public static ApiError invalid(int code, String message) {
    return new ApiError(400, code, message);
  }

  public static ApiError authenticate() {
    return new ApiError(401, 20003, "Authenticate");
  }

  public static ApiError notFound(String path) {
    return new ApiError(404, 20404, "The requested resource " + path + " was not found");
  }

  static ApiError methodNotAllowed() {
    return new ApiError(405, 20004, "Method not allowed");
  }

  ApiAnswer answer() {
    return ApiAnswer.error(status, code, getMessage());
  }
}
