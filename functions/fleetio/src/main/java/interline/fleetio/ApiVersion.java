package interline.fleetio;

import interline.fleet.Dialect;
import interline.fleet.User;
import interline.gateway.Call;
import interline.gateway.Expected;
import interline.gateway.Malformed;
import interline.gateway.Request;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;

/**
 * The day by which the version of an API is called, and what has changed with it. A client means
 * the version that its header names, or else the one that its key was locked to. A day on which
 * none was published means the last one before it, or the first of all.
 */
record ApiVersion(LocalDate day) {

  private static final String HEADER = "X-Api-Version";
  private static final LocalDate CURSORS = LocalDate.of(2024, 1, 1);
  private static final LocalDate ACCOUNTS = LocalDate.of(2025, 5, 5);
  private static final LocalDate NEWEST = Dialect.FLEETIO.newest().orElseThrow();

  static ApiVersion of(Call call) {
    return of(call.request(), call.caller().user());
  }

  /**
   * The version that a request of a user means.
   *
   * @throws Malformed.BadField if the header is no day
   */
  static ApiVersion of(Request request, Optional<User> user) {
    return new ApiVersion(
        request
            .header(HEADER)
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(ApiVersion::published)
            .or(() -> user.flatMap(User::edition))
            .orElse(NEWEST));
  }

  /** Whether lists are pages with cursors, or arrays with their pages counted in headers. */
  boolean cursors() {
    return !day.isBefore(CURSORS);
  }

  /** Whether accounts are listed like everything else, or as an array of a few members each. */
  boolean accountsAsRecords() {
    return !day.isBefore(ACCOUNTS);
  }

  private static LocalDate published(String text) {
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new Malformed.BadField(HEADER, new Expected.Like(NEWEST.toString()));
    }
    return Dialect.FLEETIO.editions().stream()
        .filter(edition -> !edition.isAfter(day))
        .max(Comparator.naturalOrder())
        .orElseGet(Dialect.FLEETIO.editions()::getFirst);
  }
}
