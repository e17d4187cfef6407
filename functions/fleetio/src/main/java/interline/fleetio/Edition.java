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
 * The edition of Fleetio's API that a client means: the one that the header {@code X-Api-Version}
 * names, or else the one that its key was locked to. A date on which none was published means the
 * last one before it, or the first of all.
 */
record Edition(LocalDate date) {

  static final String HEADER = "X-Api-Version";

  /** From here on, lists come in envelopes with cursors. */
  static final LocalDate CURSORS = LocalDate.of(2024, 1, 1);

  /** From here on, paths have no segment for a version, and accounts come in envelopes too. */
  static final LocalDate UNVERSIONED = LocalDate.of(2025, 5, 5);

  private static final LocalDate NEWEST = Dialect.FLEETIO.newest().orElseThrow();

  static Edition of(Call call) {
    return call.caller()
        .user()
        .map(user -> of(call.request(), user))
        .orElseGet(() -> new Edition(NEWEST));
  }

  /**
   * The edition that a request of a user means.
   *
   * @throws Malformed.BadField if the header is no date
   */
  static Edition of(Request request, User user) {
    Optional<String> asked = request.header(HEADER).map(String::strip);
    return new Edition(
        asked
            .filter(date -> !date.isEmpty())
            .map(Edition::published)
            .or(user::edition)
            .orElse(NEWEST));
  }

  /** Whether this edition is that of a day, or a later one. */
  boolean since(LocalDate day) {
    return !date.isBefore(day);
  }

  private static LocalDate published(String text) {
    LocalDate date;
    try {
      date = LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new Malformed.BadField(HEADER, new Expected.Like(NEWEST.toString()));
    }
    return Dialect.FLEETIO.editions().stream()
        .filter(edition -> !edition.isAfter(date))
        .max(Comparator.naturalOrder())
        .orElseGet(Dialect.FLEETIO.editions()::getFirst);
  }
}
