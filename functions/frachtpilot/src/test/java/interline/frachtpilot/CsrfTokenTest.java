package interline.frachtpilot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsrfTokenTest {

  private static final String MAIL = "buero@hof-linde.example";

  // frachtpilot §10.1, the vectors of §2.2
  @ParameterizedTest
  @CsvSource({
    MAIL + ",2025-03-09,484ce3ce24f464300aea976043795c04",
    "'',2025-03-09,f83d34f8c1656f55beb8e1d828b69ede",
    MAIL + ",2024-12-31,776e1022e30e242f0f347789fe815983",
    "'',2024-02-29,de3f66fc6ff840e5b858da69e467ae82"
  })
  void check1TheFourVectors(String mail, LocalDate day, String token) {
    assertThat(CsrfToken.of(mail, day)).isEqualTo(token);
  }

  // frachtpilot §5.2
  @Test
  void theDayIsBerlinsAndItsNeighboursAreGoodToo() {
    // Half past eleven at night in London is half past midnight in Berlin.
    CsrfToken tokens = new CsrfToken(() -> Instant.parse("2025-03-09T23:30:00Z"), 1);
    CsrfToken strict = new CsrfToken(() -> Instant.parse("2025-03-09T23:30:00Z"), 0);

    assertThat(strict.holds(MAIL, CsrfToken.of(MAIL, LocalDate.parse("2025-03-10")))).isTrue();
    assertThat(strict.holds(MAIL, CsrfToken.of(MAIL, LocalDate.parse("2025-03-09")))).isFalse();
    assertThat(tokens.holds(MAIL, CsrfToken.of(MAIL, LocalDate.parse("2025-03-09")))).isTrue();
    assertThat(tokens.holds(MAIL, CsrfToken.of(MAIL, LocalDate.parse("2025-03-11")))).isTrue();
    assertThat(tokens.holds(MAIL, CsrfToken.of(MAIL, LocalDate.parse("2025-03-08")))).isFalse();
    assertThat(tokens.holds(MAIL, CsrfToken.of(MAIL, LocalDate.parse("2025-03-12")))).isFalse();
  }

  @Test
  void theMailIsComparedAsItIsSpelled() {
    CsrfToken tokens = new CsrfToken(() -> Instant.parse("2025-03-09T12:00:00Z"), 1);

    assertThat(
            tokens.holds(
                MAIL, CsrfToken.of("Buero@hof-linde.example", LocalDate.parse("2025-03-09"))))
        .isFalse();
    assertThat(tokens.holds(MAIL, "")).isFalse();
    assertThat(tokens.holds(MAIL, " 484CE3CE24F464300AEA976043795C04 ")).isTrue();
  }
}
