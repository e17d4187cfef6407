package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** fleetio §1.1. */
class TimesTest {

  @Test
  void haveMillisecondsAndTheOffsetOfTheUsersZone() {
    Times chicago = new Times(ZoneId.of("America/Chicago"));

    assertThat(chicago.at(Instant.parse("2020-06-05T14:13:07.119Z")))
        .isEqualTo("2020-06-05T09:13:07.119-05:00");
    assertThat(chicago.at(Instant.parse("2020-12-05T14:13:07Z")))
        .isEqualTo("2020-12-05T08:13:07.000-06:00");
  }

  @Test
  void haveAnOffsetInUtcToo() {
    assertThat(Times.UTC.at(Instant.parse("2020-06-05T14:13:07.119Z")))
        .isEqualTo("2020-06-05T14:13:07.119+00:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29",
        "2024-02-29T23:59:59",
        "2024-02-29T23:59",
        "2024-02-29 23:59",
        "2024-02-29T23:59:59.5Z",
        "2024-02-29T23:59:59-12:00"
      })
  void aDayIsTheOneThatIsWritten(String text) {
    assertThat(Times.day(text)).contains(LocalDate.of(2024, 2, 29));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024-2-9",
        "2024-02-30",
        "2024-02-29T",
        "2024-02-29 x",
        "+12024-02-29",
        "now"
      })
  void aDayIsNothingElse(String text) {
    assertThat(Times.day(text)).isEmpty();
  }
}
