package interline.fleetio;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.Organization;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account as Fleetio prints it since its paths have no version. */
@JsonNaming(SnakeCaseStrategy.class)
record AccountAnswer(long id, String name, String token, String role, String plan) {

  /** Whoever has a key may do everything that is offered here. */
  private static final String ROLE = "Administrator";

  private static final String PLAN = "Interline";

  /** An account as older editions print it. */
  record Entry(String name, String token, String role) {

    static Entry of(Organization account) {
      return new Entry(account.name(), account.accountToken(), ROLE);
    }
  }

  /** The one page of all accounts that a key opens: a key opens one. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Page(
      Optional<String> startCursor,
      Optional<String> nextCursor,
      int perPage,
      int estimatedRemainingCount,
      List<Object> filteredBy,
      List<Map<String, String>> sortedBy,
      List<AccountAnswer> records) {

    static Page of(Organization account) {
      AccountAnswer only =
          new AccountAnswer(account.number(), account.name(), account.accountToken(), ROLE, PLAN);
      return new Page(
          Optional.empty(),
          Optional.empty(),
          50,
          1,
          List.of(),
          List.of(Map.of("id", "desc")),
          List.of(only));
    }
  }
}
