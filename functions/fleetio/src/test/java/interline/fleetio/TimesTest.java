package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T08:00:00Z, 2026-07-01T08:00:00Z",
    "2026-07-01T08:00:00, 2026-07-01T13:00:00Z",
    "2026-12-01T08:00, 2026-12-01T14:00:00Z",
    "2026-12-01 08:00:00 +0100, 2026-12-01T07:00:00Z",
    "2026-12-01, 2026-12-01T06:00:00Z",
    "3/12/2026, 2026-12-03T06:00:00Z",
    "2026-03-08T02:30:00, 2026-03-08T08:30:00Z",
    "2026-11-01T01:30:00, 2026-11-01T06:30:00Z"
  })
  void aMomentWithoutOffsetIsMeantWhereTheUserLives(String text, Instant moment) {
    assertThat(new Times(ZoneId.of("America/Chicago")).moment(text)).contains(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "08:00", "2026-13-01", "2026-12-01T25:00", "0000-01-01"})
  void aMomentIsNothingElse(String text) {
    assertThat(Times.UTC.moment(text)).isEmpty();
  }

  @Test
  void aPlusThatNobodyEncodedIsReadAsOne() {
    assertThat(Times.UTC.asked("2026-12-01T08:00:00 01:00"))
        .contains(Instant.parse("2026-12-01T07:00:00Z"));
  }
}
