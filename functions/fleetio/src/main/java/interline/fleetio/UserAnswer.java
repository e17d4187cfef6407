package interline.fleetio;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.Caller;
import interline.fleet.User;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A user as Fleetio prints one.
 *
 * @param username what the operator called the key, where the user has no address
 * @param timeZoneName in the words of the IANA time zone database
 */
@JsonNaming(SnakeCaseStrategy.class)
record UserAnswer(
    long id,
    String username,
    Optional<String> email,
    String name,
    String timeZoneName,
    long accountId) {

  static UserAnswer of(User user, Caller caller) {
    return new UserAnswer(
        user.number(),
        user.email().orElse(caller.name()),
        user.email(),
        caller.name(),
        user.zone().equals(ZoneOffset.UTC) ? "UTC" : user.zone().getId(),
        caller.organization().number());
  }
}
