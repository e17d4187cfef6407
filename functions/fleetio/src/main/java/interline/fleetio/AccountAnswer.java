package interline.fleetio;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.Organization;

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

  static AccountAnswer of(Organization account) {
    return new AccountAnswer(account.number(), account.name(), account.accountToken(), ROLE, PLAN);
  }
}
