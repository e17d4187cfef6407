package interline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a key counts as used. */
class StaffTest {

  private final PlainFleet fleet = new PlainFleet();

  // frachtpilot §6.4: apiKeyLastUsedAt, at most one write an hour
  @Test
  void aKeyIsKeptAsUsedOnceAnHour() {
    long number =
        fleet
            .commit(
                Staff.create(
                    new Staff.Draft(
                        "Ina", "B", Optional.empty(), false, List.of(), List.of(), true)))
            .worker()
            .number();
    SignIn keyed =
        fleet.commit(
            Staff.giveKey(
                number, Dialect.FRACHTPILOT, ZoneOffset.UTC, List.of(), "secret", _ -> {}));
    String hash = ApiKey.hash("secret");
    assertThat(used(keyed)).isEmpty();

    SignIn seen = fleet.commit(Staff.seen(number, hash));
    Instant first = fleet.now();
    assertThat(used(seen)).hasValue(first);
    assertThat(seen.stamp().changed()).isEqualTo(keyed.stamp().changed());
    fleet.pass(Duration.ofMinutes(59));
    assertThat(fleet.commit(Staff.seen(number, hash))).isEqualTo(fleet.get(seen.ref()));
    assertThat(used(fleet.get(seen.ref()))).hasValue(first);
    fleet.pass(Duration.ofMinutes(1));
    assertThat(used(fleet.commit(Staff.seen(number, hash)))).hasValue(fleet.now());
    fleet.pass(Duration.ofHours(2));
    assertThat(fleet.commit(Staff.seen(number, "another"))).isEqualTo(fleet.get(seen.ref()));
  }

  private static Optional<Instant> used(SignIn signIn) {
    return signIn.key().flatMap(SignIn.Key::used);
  }
}
