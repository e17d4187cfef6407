package interline.fleetio;

import interline.gateway.Request;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The day by which the version of an API is called, and what has changed with it. */
record ApiVersion(LocalDate day) {

  private static final LocalDate CURSORS = LocalDate.of(2024, 1, 1);
  private static final ApiVersion NEWEST = new ApiVersion(LocalDate.of(2025, 5, 5));

  /** The version that a request names; keys do not have one yet, so the newest is the others'. */
  static ApiVersion of(Request request) {
    return request.header("X-Api-Version").flatMap(ApiVersion::read).orElse(NEWEST);
  }

  /** Whether lists are pages with cursors, or arrays with their pages counted in headers. */
  boolean cursors() {
    return !day.isBefore(CURSORS);
  }

  private static Optional<ApiVersion> read(String text) {
    try {
      return Optional.of(new ApiVersion(LocalDate.parse(text.strip())));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
